import type { Json, JsonObject } from '@/domain/plan/json'
import { plannedEvent } from './planned-event'
import { oneOf, type Random, seeded, whole } from './random'

type PlanRule = {
  readonly type: 'TRACK'
  readonly key: string
  readonly version: number
  readonly jsonSchema: JsonObject
}

/** A plan of track events with 50 properties each unless said otherwise, as Segment writes it. */
export const largePlan = (eventCount: number, propertyCount = 50): readonly PlanRule[] => {
  const random = seeded(11)
  return Array.from({ length: eventCount }, (_, i) => {
    const { name, schema } = plannedEvent(
      random,
      `${oneOf(random, objects)} ${i + 1} Completed`,
      propertyCount,
    )
    return { type: 'TRACK', key: name, version: 1, jsonSchema: described(schema, name) }
  })
}

const objects = ['Order', 'Cart', 'Trip', 'Invoice', 'Basket', 'Member']

const described = (schema: JsonObject, name: string): JsonObject => ({
  ...schema,
  description: `Sent when ${name.toLowerCase()} on any of our apps.`,
  labels: { team: 'checkout' },
})

/** The same plan with a share of its events changed in one or two properties each, and the rules in another order. */
export const changedPlan = (plan: readonly PlanRule[], share: number, seed: number): readonly PlanRule[] => {
  const random = seeded(seed)
  return shuffled(
    random,
    plan.map((rule) =>
      random() < share ? { ...rule, jsonSchema: changedSchema(random, rule.jsonSchema) } : rule,
    ),
  )
}

const shuffled = <T>(random: Random, items: readonly T[]): readonly T[] => {
  const result = [...items]
  for (let i = result.length - 1; i > 0; i -= 1) {
    const other = whole(random, 0, i)
    ;[result[i], result[other]] = [result[other] as T, result[i] as T]
  }
  return result
}

/** What people change: another limit, one more value, a description, a property that comes, goes or is required. */
export const changedSchema = (random: Random, schema: JsonObject): JsonObject => {
  const sections = schema.properties as JsonObject
  const section = sections.properties as JsonObject
  const changed = changedSection(random, section)
  return { ...schema, properties: { ...sections, properties: changed } }
}

const changedSection = (random: Random, section: JsonObject): JsonObject => {
  const properties = section.properties as JsonObject
  const required = section.required as readonly string[]
  const names = Object.keys(properties)
  const name = oneOf(random, names)
  const drawn = random()
  if (drawn < 0.15)
    return { ...section, properties: { ...properties, property_added: { type: 'string', maxLength: 40 } } }
  if (drawn < 0.25) {
    const { [name]: _gone, ...kept } = properties
    return { ...section, properties: kept, required: required.filter((other) => other !== name) }
  }
  if (drawn < 0.4) return { ...section, required: toggled(required, name) }
  return {
    ...section,
    properties: { ...properties, [name]: changedProperty(random, properties[name] as JsonObject) },
  }
}

const toggled = (names: readonly string[], name: string): readonly string[] =>
  names.includes(name) ? names.filter((other) => other !== name) : [...names, name]

const changedProperty = (random: Random, property: JsonObject): Json => {
  if (Array.isArray(property.enum))
    return { ...property, enum: [...property.enum, `value_${whole(random, 1, 99)}`] }
  if (typeof property.maxLength === 'number')
    return { ...property, maxLength: property.maxLength + whole(random, -5, 5) }
  if (typeof property.minimum === 'number') return { ...property, minimum: property.minimum + 1 }
  if (typeof property.pattern === 'string') return { ...property, pattern: '^[A-Z]{3}-[0-9]{4,9}$' }
  if (property.type === 'boolean') return { type: ['boolean', 'null'] }
  return { ...property, description: `Changed in ${whole(random, 2020, 2030)}` }
}
