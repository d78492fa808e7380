import { isJsonObject, type Json } from '../plan/json'
import { isSchemaKeyword, isSchemaListKeyword, isSchemaMapKeyword } from '../plan/schema-keywords'
import { pointerSegments, valueAt } from '../plan/schema-pointer'

/** The schema that a `$ref` names inside the same document; undefined when it leads out or nowhere. */
export const resolveReference = (reference: string, root: Json): Json | undefined => {
  const base = isJsonObject(root) && typeof root.$id === 'string' ? root.$id.replace(/#.*$/, '') : ''
  const local = base !== '' && reference.startsWith(base) ? reference.slice(base.length) : reference
  if (local === '' || local === '#') return root
  if (!local.startsWith('#')) return undefined
  const fragment = decoded(local.slice(1))
  if (fragment === undefined) return undefined
  if (fragment.startsWith('/')) return pointed(fragment, root)
  return everySchema(root).find((schema) => isJsonObject(schema) && schema.$id === `#${fragment}`)
}

/** A schema below another `$id` resolves its references against that one, which is left to others. */
export const changesBase = (root: Json): boolean =>
  everySchema(root).some(
    (schema) =>
      schema !== root &&
      isJsonObject(schema) &&
      typeof schema.$id === 'string' &&
      !schema.$id.startsWith('#'),
  )

const decoded = (text: string): string | undefined => {
  try {
    return decodeURIComponent(text)
  } catch {
    return undefined
  }
}

const pointed = (pointer: string, root: Json): Json | undefined =>
  pointerSegments(pointer).includes('__proto__') ? undefined : valueAt(root, pointer)

const everySchema = (schema: Json): Json[] => {
  if (!isJsonObject(schema)) return [schema]
  const below = Object.entries(schema).flatMap(([keyword, value]): Json[] => {
    if (Array.isArray(value)) return isSchemaListKeyword(keyword) ? value : []
    if (isSchemaMapKeyword(keyword) && isJsonObject(value)) return Object.values(value)
    return isSchemaKeyword(keyword) ? [value] : []
  })
  return [schema, ...below.flatMap(everySchema)]
}
