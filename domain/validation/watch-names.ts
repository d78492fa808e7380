import { isJsonObject, type Json, type JsonObject } from '../plan/json'

/** A schema whose validator also tells unplanned names, by an error of `properties` at each of these nodes. */
export type NamesWatched = { readonly schema: JsonObject; readonly nodes: readonly JsonObject[] }

/**
 * Lets the validator count the names that a section plans while it judges them, so that nobody has to walk the message
 * a second time. A closed object needs no `additionalProperties` then. Null where names are planned in other ways than
 * by `properties` alone; `findUnplanned` says which names they are, here as there.
 */
export const watchNames = (schema: JsonObject | boolean, section: string): NamesWatched | null => {
  if (!isJsonObject(schema) || !isJsonObject(schema.properties)) return null
  const planned = schema.properties[section]
  if (!isJsonObject(planned) || JSON.stringify(schema).includes('"$ref"')) return null
  const nodes: JsonObject[] = []
  const watched = watchNode(planned, nodes, true)
  return (
    watched && {
      schema: { ...schema, properties: { ...schema.properties, [section]: watched } },
      nodes,
    }
  )
}

const otherWays = ['allOf', 'anyOf', 'oneOf', 'if', 'then', 'else', 'patternProperties']

const watchNode = (node: JsonObject, nodes: JsonObject[], isTop: boolean): JsonObject | null => {
  if (otherWays.some((keyword) => Object.hasOwn(node, keyword))) return null
  const { properties = {}, items, additionalProperties: others = false, ...rest } = node
  if (others !== false || !isJsonObject(properties)) return null
  const parts = Object.entries(properties).map(([name, part]) => [name, watchPart(part, nodes)] as const)
  const inItems = items === undefined ? undefined : watchPart(items, nodes)
  if (inItems === null || parts.some(([, part]) => part === null)) return null
  const watchedItems: JsonObject = inItems === undefined ? {} : { items: inItems }
  // An object that plans no names takes what comes.
  if (parts.length === 0 && !isTop) return { ...node, ...watchedItems }
  const watched = { ...rest, ...watchedItems, properties: Object.fromEntries(parts) as JsonObject }
  nodes.push(watched)
  return watched
}

const watchPart = (part: Json, nodes: JsonObject[]): Json | null =>
  isJsonObject(part) ? watchNode(part, nodes, false) : part
