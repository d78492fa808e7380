import type { Json } from '../plan/json'
import { pointerOf } from '../plan/schema-pointer'
import type { Occurrence } from './occurrence'
import { resolveField } from './resolve-field'

/**
 * The place in the message that broke the constraint, as JSON Pointer with indices folded to `*`
 * (`/properties/products/*\/sku`, `''` for the whole message). A missing and an unplanned property are named by their
 * own pointer, though Segment may name the object around them. `schema` is the rule's, where it is known: names may
 * hold dots, and only the plan can tell.
 */
export const violationPointer = (
  { field, pointer, type, message }: Pick<Occurrence, 'field' | 'pointer' | 'type' | 'message'>,
  schema: Json | null,
): string => {
  if (pointer !== undefined) return pointer
  const candidates = candidateFields(withoutRoot(field), nameIn(type, message))
  const resolved = candidates.map((candidate) => resolveField(candidate, schema))
  const best = resolved.find(({ planned }) => planned) ?? resolved[0]
  return candidates[0] === '' || !best ? '' : pointerOf(best.path)
}

/** gojsonschema calls the top of a message `(root)`. */
const withoutRoot = (field: string): string => field.trim().replace(/^\(root\)\.?/, '')

/** The property that a description speaks of, where that is not the field itself. */
const nameIn = (type: Occurrence['type'], message: string): string | null => {
  if (type === 'required')
    return withoutRoot(/^(.+) is required\.?$/is.exec(message.trim())?.[1] ?? '') || null
  if (type === 'unplanned-property')
    return /^additional property (.+) is not allowed\.?$/is.exec(message.trim())?.[1] ?? null
  return null
}

/** In order of likelihood; the first that the plan knows is taken, else the first. */
const candidateFields = (field: string, name: string | null): string[] => {
  if (name === null || name === field) return withSections(field)
  if (field === '') return withSections(name)
  if (name.startsWith(`${field}.`)) return withSections(name)
  const inside = `${field}.${name}`
  // `properties.address` and "address is required": the field is the property, or the object that lacks one so named.
  return field.endsWith(`.${name}`) ? [field, inside] : [inside]
}

/** Some senders leave the first step out. */
const withSections = (field: string): string[] =>
  field === '' || sections.some((section) => field === section || field.startsWith(`${section}.`))
    ? [field]
    : [field, ...sections.map((section) => `${section}.${field}`)]

const sections = ['properties', 'traits', 'context'] as const
