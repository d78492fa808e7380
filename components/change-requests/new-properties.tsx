import { schemaBounds } from '@/domain/plan/parse-schema'
import { propertyTable } from '@/domain/plan/property-table'
import { readJson } from '@/domain/plan/read-json'
import { PropertyTree } from '../schema/property-tree'

/** What a new rule holds: there is no former state to compare it with. */
export const NewProperties = ({ name, text }: { readonly name: string; readonly text: string }) => {
  const parsed = readJson(text, schemaBounds)
  if (!parsed.ok) return null
  const { description, rows } = propertyTable(parsed.value)
  return (
    <>
      {description ? <p className="pb-2 text-ink-2">{description}</p> : null}
      {rows.length > 0 ? (
        <PropertyTree rows={rows} schema={parsed.value} label={`Properties of ${name}`} />
      ) : null}
    </>
  )
}
