import { isJsonObject, type JsonObject } from '../plan/json'

/**
 * Why Segment drops a call before anything judges it, in the words of its delivery overview ("failed on ingest"). It
 * answers such a call like any other. Null where it is taken.
 */
export const ingestRefusal = (call: JsonObject): string | null =>
  checks.find(({ refuses }) => refuses(call))?.code ?? null

type Check = { readonly code: string; readonly refuses: (call: JsonObject) => boolean }

const types: ReadonlySet<unknown> = new Set(['track', 'identify', 'page', 'screen', 'group', 'alias'])

const isId = (value: unknown): boolean =>
  (typeof value === 'string' && value !== '') || typeof value === 'number'

const isGiven = (value: unknown): boolean => value !== undefined && value !== null

const checks: readonly Check[] = [
  { code: 'type_not_supported', refuses: ({ type }) => !types.has(type) },
  {
    code: 'event_not_defined',
    refuses: ({ type, event }) => type === 'track' && (!isGiven(event) || event === ''),
  },
  { code: 'event_not_string', refuses: ({ type, event }) => type === 'track' && typeof event !== 'string' },
  {
    code: 'properties_not_object',
    refuses: ({ properties }) => isGiven(properties) && !isJsonObject(properties),
  },
  { code: 'traits_not_object', refuses: ({ traits }) => isGiven(traits) && !isJsonObject(traits) },
  {
    code: 'name_not_string',
    refuses: ({ type, name }) =>
      (type === 'page' || type === 'screen') && isGiven(name) && typeof name !== 'string',
  },
  {
    code: 'category_not_string',
    refuses: ({ type, category }) =>
      (type === 'page' || type === 'screen') && isGiven(category) && typeof category !== 'string',
  },
  { code: 'id_required', refuses: ({ type, groupId }) => type === 'group' && !isGiven(groupId) },
  { code: 'id_not_string', refuses: ({ type, groupId }) => type === 'group' && !isId(groupId) },
  {
    code: 'no_user_anon_id',
    refuses: ({ userId, anonymousId }) => !isId(userId) && !isId(anonymousId),
  },
]
