import { expect, it } from 'vitest'
import type { JsonObject } from '../plan/json'
import { ingestRefusal } from './ingest-refusal'

it.each<[JsonObject, string | null]>([
  [{ type: 'track', event: 'A', userId: 'u' }, null],
  [{ type: 'track', event: 'A', userId: 7 }, null],
  [{ type: 'identify', anonymousId: 'a' }, null],
  [{ type: 'page', anonymousId: 'a' }, null],
  [{ type: 'track', event: 'A' }, 'no_user_anon_id'],
  [{ type: 'track', event: 'A', userId: '' }, 'no_user_anon_id'],
  [{ type: 'track', userId: 'u' }, 'event_not_defined'],
  [{ type: 'track', event: 5, userId: 'u' }, 'event_not_string'],
  [{ type: 'track', event: 'A', userId: 'u', properties: [] }, 'properties_not_object'],
  [{ type: 'identify', userId: 'u', traits: 'x' }, 'traits_not_object'],
  [{ type: 'page', userId: 'u', name: 1 }, 'name_not_string'],
  [{ type: 'screen', userId: 'u', category: {} }, 'category_not_string'],
  [{ type: 'group', userId: 'u' }, 'id_required'],
  [{ type: 'group', userId: 'u', groupId: {} }, 'id_not_string'],
  [{ type: 'order', userId: 'u' }, 'type_not_supported'],
  [{ userId: 'u' }, 'type_not_supported'],
])('%j: %s', (call, refusal) => {
  expect(ingestRefusal(call)).toBe(refusal)
})
