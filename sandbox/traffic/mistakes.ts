import type { Call } from '@/sandbox/traffic/call'
import type { Random } from '@/sandbox/traffic/random'
import { isObject, type Json, type JsonObject } from '@/sandbox/world/json'

type Mistake = (call: Call, random: Random) => Call | null

const bodySchema = ({ rule }: Call): JsonObject => {
  const properties = isObject(rule.jsonSchema) ? rule.jsonSchema.properties : undefined
  const part = rule.type === 'IDENTIFY' || rule.type === 'GROUP' ? 'traits' : 'properties'
  const schema = isObject(properties) ? properties[part] : undefined
  return isObject(schema) ? schema : {}
}

const schemaOf = (call: Call, name: string): JsonObject => {
  const properties = bodySchema(call).properties
  const schema = isObject(properties) ? properties[name] : undefined
  return isObject(schema) ? schema : {}
}

const withValue = (call: Call, name: string, value: Json): Call => ({
  ...call,
  body: { ...call.body, [name]: value },
})

const forgetsRequired: Mistake = (call, random) => {
  const required = bodySchema(call).required
  if (!Array.isArray(required) || required.length === 0) return null
  const gone = String(random.pick(required))
  const { [gone]: _, ...body } = call.body
  return { ...call, body }
}

const sendsWrongType: Mistake = (call, random) => {
  const names = Object.keys(call.body).filter((name) => schemaOf(call, name).type !== undefined)
  if (names.length === 0) return null
  const name = random.pick(names)
  return withValue(call, name, typeof call.body[name] === 'string' ? 42 : 'unknown')
}

const sendsUnknownChoice: Mistake = (call, random) => {
  const names = Object.keys(call.body).filter((name) => schemaOf(call, name).enum !== undefined)
  return names.length === 0
    ? null
    : withValue(call, random.pick(names), random.pick(['other', 'n/a', 'unknown']))
}

const sendsUnplannedProperty: Mistake = (call, random) =>
  withValue(call, random.pick(['utm_source', 'debug', 'screen_size', 'abTestGroup']), 'on')

const sendsUnplannedEvent: Mistake = (call, random) =>
  call.rule.type === 'TRACK'
    ? {
        ...call,
        name: random.pick(['Blue Button Clicked', 'Red Button Clicked', 'product_viewed', 'Test Event']),
      }
    : null

const makesNamesUp: Mistake = (call, random) =>
  call.rule.type === 'TRACK' ? { ...call, name: `Viewed Product ${random.between(10_000, 99_999)}` } : null

const isDevelopmentBuild: Mistake = (call) => ({ ...call, appVersion: 'dev' })

const mistakes: Mistake[] = [
  forgetsRequired,
  forgetsRequired,
  sendsWrongType,
  sendsWrongType,
  sendsUnknownChoice,
  sendsUnplannedProperty,
  sendsUnplannedEvent,
  makesNamesUp,
  isDevelopmentBuild,
]

/** The call with something wrong about it. */
export const withMistake = (call: Call, random: Random): Call =>
  random.pick(mistakes)(call, random) ?? sendsUnplannedProperty(call, random) ?? call
