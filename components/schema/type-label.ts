import type { PropertyRow } from '@/domain/plan/property-table'

type Typed = Pick<PropertyRow, 'types' | 'itemTypes' | 'nullable'>

/** The types of a row in words: "string", "list of object", "number or null", "any". */
export const typeLabel = ({ types, itemTypes, nullable }: Typed): string => {
  const named = types
    .filter((type) => type !== 'null')
    .map((type) => (type === 'array' ? listLabel(itemTypes) : type))
  const words = named.length > 0 ? named.join(' or ') : nullable ? '' : 'any'
  if (!nullable) return words
  return words === '' ? 'null' : `${words} or null`
}

const listLabel = (itemTypes: readonly string[] | null): string => {
  const words = (itemTypes ?? []).map((type) => (type === 'array' ? 'list' : type)).join(' or ')
  if (words === '') return 'list'
  return words.includes(' or ') ? `list of (${words})` : `list of ${words}`
}
