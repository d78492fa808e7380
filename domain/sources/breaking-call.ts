import { isJsonObject, type Json, type JsonObject } from '../plan/json'
import type { Rule } from '../plan/rule'
import type { Route } from './route'
import { choiceOf } from './schema-controls'

/** A call that breaks one constraint of one rule, and the place that it breaks. `event` is the call's name. */
export type BreakingCall = {
  readonly event: string
  readonly pointer: string
  readonly call: JsonObject
}

export type Breaking =
  | { readonly ok: true; readonly breaking: BreakingCall }
  | { readonly ok: false; readonly reason: string }

type Asked = {
  readonly route: Route
  readonly rules: readonly Rule[]
  readonly settings: Readonly<Record<string, unknown>> | null
  readonly messageId: string
  readonly at: string
}

/**
 * A call whose violation has to come by a route. It goes to no destination but the webhook, by the `integrations` of
 * the call (Segment: `All: false`); forwarding needs none.
 */
export const breakingCall = (asked: Asked): Breaking => {
  const { route, rules, settings } = asked
  const schemaChoice = choiceOf({ call: 'track', bad: 'schema' }, settings ?? {})
  if (route === 'inline' && schemaChoice === 'block')
    return no('This source blocks events that break their rule, so none of them comes by this way.')
  if (route === 'blocked-events' && schemaChoice !== 'block') {
    if (choiceOf({ call: 'track', bad: 'unplanned-event' }, settings ?? {}) !== 'block')
      return no('This source blocks nothing, so nothing can come by this way.')
    return yes(asked, { event: unplanned, pointer: '', properties: {}, version: null })
  }
  for (const rule of rules) {
    const found = breakable(rule)
    if (found) return yes(asked, found)
  }
  return no('No event of the plan has a required property or one with a type, so no call would break it.')
}

const unplanned = 'Plumbline Test (unplanned on purpose)'

type Found = {
  readonly event: string
  readonly pointer: string
  readonly properties: JsonObject
  readonly version: number | null
}

const breakable = ({ type, key, version, jsonSchema }: Rule): Found | null => {
  if (type !== 'TRACK' || key === null) return null
  const properties = at(at(jsonSchema, 'properties'), 'properties')
  const required = at(properties, 'required')
  const missing = Array.isArray(required) ? required.find((name) => typeof name === 'string') : undefined
  const planned = at(properties, 'properties')
  const named = isJsonObject(planned) ? Object.entries(planned) : []
  if (typeof missing === 'string')
    return { event: key, pointer: `/properties/${escaped(missing)}`, properties: {}, version }
  for (const [name, schema] of named) {
    const wrong = wrongValue(at(schema, 'type'))
    if (wrong === undefined) continue
    return { event: key, pointer: `/properties/${escaped(name)}`, properties: { [name]: wrong }, version }
  }
  return null
}

/** A value that has none of the types; undefined where the types are not told. */
const wrongValue = (type: Json | undefined): Json | undefined => {
  const types = Array.isArray(type) ? type : [type]
  if (!types.every((one) => typeof one === 'string' && known.has(one))) return undefined
  if (!types.includes('boolean')) return true
  return types.includes('string') ? undefined : 'plumbline test'
}

const known = new Set(['string', 'number', 'integer', 'boolean', 'object', 'array', 'null'])

const at = (value: Json | undefined, name: string): Json | undefined =>
  isJsonObject(value) && Object.hasOwn(value, name) ? value[name] : undefined

const escaped = (name: string) => name.replaceAll('~', '~0').replaceAll('/', '~1')

const no = (reason: string): Breaking => ({ ok: false, reason })

const yes = (
  { route, messageId, at: now }: Asked,
  { event, pointer, properties, version }: Found,
): Breaking => ({
  ok: true,
  breaking: {
    event,
    pointer,
    call: {
      type: 'track',
      event,
      messageId,
      userId: 'plumbline-test',
      timestamp: now,
      sentAt: now,
      properties,
      context: {
        app: { name: 'Plumbline test', version: 'plumbline-test' },
        ...(version === null ? {} : { protocols: { event_version: version } }),
      },
      // What is told of a call travels apart from it; the call itself has to reach the webhook.
      integrations: route === 'forwarding' ? { All: false } : { All: false, 'Webhooks (Actions)': true },
    },
  },
})
