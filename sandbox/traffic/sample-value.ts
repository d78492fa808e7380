import type { Random } from '@/sandbox/traffic/random'
import { isObject, type Json, type JsonObject } from '@/sandbox/world/json'

type Sample = (random: Random) => Json

const digits = (random: Random, low: number, high: number) => String(random.between(low, high))

const names = [
  'Linen Shirt',
  'Trail Shoe',
  'Rain Jacket',
  'Wool Beanie',
  'Canvas Bag',
  'Denim Skirt',
  'Desk Lamp',
]

/** Values that a shop's apps would send, by the name of the property. */
const byName: Record<string, Sample> = {
  sku: (r) => `${r.pick(['SH', 'JK', 'BAG'])}-${digits(r, 1000, 99_999)}`,
  product_id: (r) => `p_${digits(r, 100, 480)}`,
  order_id: (r) => `ORD-${digits(r, 100_000, 999_999)}`,
  currency: (r) => r.pick(['EUR', 'EUR', 'SEK', 'GBP', 'USD']),
  country: (r) => r.pick(['DE', 'SE', 'GB', 'NL', 'US']),
  name: (r) => r.pick(names),
  brand: (r) => r.pick(['Acme', 'Northway', 'Kolibri']),
  category: (r) => r.pick(['Women/Tops', 'Men/Shoes', 'Home/Lighting', 'Bags']),
  query: (r) => r.pick(['linen', 'rain jacket', 'shoes 42', 'lamp', 'gift']),
  email: (r) => `customer${digits(r, 1, 900)}@example.com`,
  phone: (r) => `+4670${digits(r, 1_000_000, 9_999_999)}`,
  url: (r) => `https://shop.example/p/${digits(r, 100, 480)}`,
  title: (r) => r.pick(names),
  postal_code: (r) => digits(r, 10_000, 99_999),
}

const instant: Sample = (random) =>
  new Date(Date.UTC(2026, 0, 1) + random.between(0, 300) * 86_400_000).toISOString()

const byFormat: Record<string, Sample> = {
  'date-time': instant,
  date: (random) => String(instant(random)).slice(0, 10),
  email: (random) => `customer${digits(random, 1, 900)}@example.com`,
  uri: (random) => `https://shop.example/${digits(random, 1, 999)}`,
}

const typesOf = (schema: JsonObject): string[] =>
  (Array.isArray(schema.type) ? schema.type : [schema.type]).filter((type) => typeof type === 'string')

const numeric = (schema: JsonObject, random: Random) => {
  const low = typeof schema.minimum === 'number' ? schema.minimum : 0
  const high = typeof schema.maximum === 'number' ? schema.maximum : low + 200
  return random.between(Math.ceil(low), Math.floor(high))
}

const text = (name: string, schema: JsonObject, random: Random): Json => {
  const sample = byName[name] ?? byFormat[String(schema.format)]
  const longest = typeof schema.maxLength === 'number' ? schema.maxLength : undefined
  return sample ? sample(random) : `${name}_${digits(random, 1, 400)}`.slice(0, longest)
}

const ofType: Record<string, (name: string, schema: JsonObject, random: Random) => Json> = {
  string: text,
  boolean: (_, __, random) => random.chance(0.5),
  integer: (_, schema, random) => numeric(schema, random),
  number: (_, schema, random) => numeric(schema, random) + random.between(0, 99) / 100,
  array: (name, schema, random) =>
    Array.from({ length: random.between(1, 3) }, () => sampleValue(name, schema.items ?? {}, random)),
  object: (_, schema, random) => sampleObject(schema, random),
  null: () => null,
}

/** A value that the schema accepts, as far as types, enums, bounds and the patterns of known names go. */
export const sampleValue = (name: string, schema: Json, random: Random): Json => {
  if (!isObject(schema)) return null
  if (Array.isArray(schema.enum) && schema.enum.length > 0) return random.pick(schema.enum)
  const types = typesOf(schema)
  if (types.includes('null') && random.chance(0.3)) return null
  const type = types.find((candidate) => candidate !== 'null') ?? 'string'
  return (ofType[type] ?? text)(name, schema, random)
}

// An app leaves out what it has no value for; so does this, where a pattern is not known.
const isGuess = (name: string, schema: Json) =>
  isObject(schema) && schema.pattern !== undefined && !(name in byName)

/** An object with everything required and about half of the rest. */
export const sampleObject = (schema: Json, random: Random): JsonObject => {
  if (!isObject(schema) || !isObject(schema.properties)) return {}
  const required = new Set(Array.isArray(schema.required) ? schema.required : [])
  const entries = Object.entries(schema.properties)
    .filter(([name, child]) => required.has(name) || (!isGuess(name, child) && random.chance(0.55)))
    .map(([name, child]): [string, Json] => [name, sampleValue(name, child, random)])
  return Object.fromEntries(entries)
}
