import type { PropertyRow, Section } from '@/domain/plan/property-table'

export type SectionRows = {
  readonly section: Section
  readonly title: string
  readonly rows: readonly PropertyRow[]
}

const titles: Readonly<Record<Section, string>> = {
  properties: 'Properties',
  traits: 'Traits',
  context: 'Context',
  message: 'The message itself',
}

/** Where properties are planned first, then the rest; sections without rows are left out. */
export const sectionRows = (rows: readonly PropertyRow[]): readonly SectionRows[] =>
  (Object.keys(titles) as Section[])
    .map((section) => ({
      section,
      title: titles[section],
      rows: rows.filter((row) => row.section === section),
    }))
    .filter((group) => group.rows.length > 0)
