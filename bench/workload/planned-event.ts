import type { JsonObject } from '@/domain/plan/json'
import { kindOf, type PropertyKind } from './property-kinds'
import { type Random, whole } from './random'

export type PlannedEvent = {
  readonly name: string
  readonly schema: JsonObject
  readonly properties: readonly PlannedProperty[]
  readonly isClosed: boolean
}

export type PlannedProperty = {
  readonly name: string
  readonly kind: PropertyKind
  readonly isRequired: boolean
}

/** An event whose properties have lengths, patterns, lists of values, bounds, null, times, objects and lists. 30 % are closed. */
export const plannedEvent = (random: Random, name: string, propertyCount: number): PlannedEvent => {
  const start = whole(random, 0, 99)
  const properties = Array.from({ length: propertyCount }, (_, i) => ({
    name: `property_${i + 1}`,
    kind: kindOf(random, start + i),
    isRequired: random() < 0.4,
  }))
  const isClosed = random() < 0.3
  return { name, properties, isClosed, schema: schemaOf(properties, isClosed) }
}

const schemaOf = (properties: readonly PlannedProperty[], isClosed: boolean): JsonObject => ({
  $schema: 'http://json-schema.org/draft-07/schema#',
  type: 'object',
  properties: {
    context: {},
    traits: { type: 'object' },
    properties: {
      type: 'object',
      properties: Object.fromEntries(properties.map(({ name, kind }) => [name, kind.schema])),
      required: properties.filter(({ isRequired }) => isRequired).map(({ name }) => name),
      ...(isClosed ? { additionalProperties: false } : {}),
    },
  },
  required: ['properties'],
})
