import type { Json, JsonObject } from '@/domain/plan/json'
import { oneOf, type Random, whole } from './random'

/** A kind of property that plans have: its schema, a value that fits and one that does not. */
export type PropertyKind = {
  readonly schema: JsonObject
  readonly good: (random: Random) => Json
  readonly bad: (random: Random) => Json
}

const words = 'order seat cart trip invoice coupon basket route member gift'.split(' ')

const text = (random: Random, length: number): string => {
  let result = oneOf(random, words)
  while (result.length < length) result += ` ${oneOf(random, words)}`
  return result.slice(0, length)
}

const digits = (random: Random, length: number): string =>
  Array.from({ length }, () => whole(random, 0, 9)).join('')

const instant = (random: Random): string => new Date(1.7e12 + whole(random, 0, 1e10)).toISOString()

const boundedText = (random: Random): PropertyKind => {
  const most = whole(random, 20, 80)
  return {
    schema: { type: 'string', minLength: 1, maxLength: most },
    good: (draw) => text(draw, whole(draw, 5, 20)),
    bad: (draw) => text(draw, most + 5),
  }
}

const sku: PropertyKind = {
  schema: { type: 'string', pattern: '^[A-Z]{3}-[0-9]{4,8}$' },
  good: (draw) => `${oneOf(draw, ['ABC', 'XYZ', 'QRS'])}-${digits(draw, 6)}`,
  bad: (draw) => digits(draw, 9),
}

const slug: PropertyKind = {
  schema: { type: 'string', pattern: '^[a-z0-9]+(-[a-z0-9]+)*$' },
  good: (draw) => `${oneOf(draw, words)}-${oneOf(draw, words)}-${digits(draw, 2)}`,
  bad: (draw) => `${oneOf(draw, words)}_${oneOf(draw, words)}`,
}

const choice = (random: Random): PropertyKind => {
  const values = words.slice(0, whole(random, 3, words.length))
  return { schema: { type: 'string', enum: values }, good: (draw) => oneOf(draw, values), bad: () => 'other' }
}

const count: PropertyKind = {
  schema: { type: 'integer', minimum: 0, maximum: 1000 },
  good: (draw) => whole(draw, 0, 1000),
  bad: (draw) => oneOf<Json>(draw, [-1, 1001, 1.5, '7']),
}

const money: PropertyKind = {
  schema: { type: 'number', minimum: 0 },
  good: (draw) => whole(draw, 0, 100_000) / 100,
  bad: (draw) => oneOf<Json>(draw, [-0.5, '12.50']),
}

const nullable: PropertyKind = {
  schema: { type: ['string', 'null'], maxLength: 60 },
  good: (draw) => (draw() < 0.3 ? null : text(draw, 12)),
  bad: (draw) => whole(draw, 1, 9),
}

const flag: PropertyKind = {
  schema: { type: 'boolean' },
  good: (draw) => draw() < 0.5,
  bad: () => 'true',
}

const time: PropertyKind = {
  schema: { type: 'string', format: 'date-time' },
  good: instant,
  bad: () => 'yesterday',
}

const address: PropertyKind = {
  schema: {
    type: 'object',
    properties: {
      city: { type: 'string', maxLength: 40 },
      country: { type: 'string', pattern: '^[A-Z]{2}$' },
      floor: { type: ['integer', 'null'] },
    },
    required: ['country'],
  },
  good: (draw) => ({
    city: text(draw, 9),
    country: oneOf(draw, ['SE', 'DE', 'PT']),
    floor: whole(draw, 0, 9),
  }),
  bad: (draw) => ({ city: text(draw, 9), country: 'Sweden' }),
}

const products: PropertyKind = {
  schema: {
    type: 'array',
    maxItems: 20,
    items: {
      type: 'object',
      properties: {
        sku: { type: 'string', pattern: '^[A-Z]{3}-[0-9]{4,8}$' },
        quantity: { type: 'integer', minimum: 1 },
        price: { type: 'number', minimum: 0 },
      },
      required: ['sku', 'quantity'],
    },
  },
  good: (draw) =>
    Array.from({ length: whole(draw, 1, 3) }, () => ({
      sku: sku.good(draw),
      quantity: whole(draw, 1, 5),
      price: money.good(draw),
    })),
  bad: (draw) => [{ sku: sku.good(draw), quantity: 0 }],
}

const makers: readonly ((random: Random) => PropertyKind)[] = [
  ...[boundedText, boundedText, choice, choice],
  ...[sku, slug, count, count, money, nullable, flag, time, address, products].map((kind) => () => kind),
]

/** A kind for the n-th property of an event, so that every event has some of each. */
export const kindOf = (random: Random, position: number): PropertyKind =>
  (makers[position % makers.length] ?? boundedText)(random)
