import type { Json } from '../plan/json'
import type { ChangeKind } from './change'

/** Levels of `impact` for senders and readers. */
type Level = 'safe' | 'breaking' | 'unknown' | 'documentation'

/**
 * One change of the schema of `/properties/p`, what it is called, what people read and what it does to them.
 * Read by the tests of diff, of the sentences and of impact, and by `docs/rules.md`.
 */
export type SchemaChangeCase = {
  readonly name: string
  /** Schemas of the whole rule; `p`, `object` and `event` below write them. */
  readonly before: Json
  readonly after: Json
  readonly kinds: readonly ChangeKind[]
  readonly pointer: string
  readonly sentence: string
  readonly senders: Level
  readonly readers: Level
  /** Where it breaks for senders: the `properties` of a message that was accepted and is refused now. */
  readonly witness?: Json
}

/** What senders and readers are told, and the witness where it breaks for senders. */
type Told = readonly [senders: Level, readers: Level, witness?: Json]

const event = (properties: Json, more: { [key: string]: Json } = {}): Json => ({
  type: 'object',
  properties: { properties },
  ...more,
})
const object = (properties: Json, more: { [key: string]: Json } = {}): Json =>
  event({ type: 'object', properties, ...more })
const p = (schema: Json): Json => object({ p: schema })
const at = '/properties/p'

const change = (
  name: string,
  [before, after]: readonly [Json, Json],
  kind: ChangeKind,
  sentence: string,
  [senders, readers, witness]: Told,
  pointer = at,
): SchemaChangeCase => ({
  name,
  before,
  after,
  kinds: [kind],
  pointer,
  sentence,
  senders,
  readers,
  ...(witness === undefined ? {} : { witness }),
})

/** A change and its reverse. */
const both = (
  name: string,
  [a, b]: readonly [Json, Json],
  there: readonly [ChangeKind, string, Told],
  back: readonly [ChangeKind, string, Told],
  pointer = at,
): SchemaChangeCase[] => [
  change(name, [a, b], ...there, pointer),
  change(`${name}, reversed`, [b, a], ...back, pointer),
]

const documentation = ['documentation', 'documentation'] as const
const unknown = ['unknown', 'unknown'] as const
const closed = { additionalProperties: false }

export const schemaChangeCases: readonly SchemaChangeCase[] = [
  ...both(
    'an optional property in an open object',
    // Where nothing is planned yet, no name is unplanned.
    [object({ q: {} }), object({ q: {}, p: { type: 'string' } })],
    ['property-added', 'p is new (string, optional)', ['safe', 'safe']],
    ['property-removed', 'p was removed', ['safe', 'breaking']],
  ),
  ...both(
    'a required property in an open object',
    [object({}), object({ p: {} }, { required: ['p'] })],
    ['property-added', 'p is new (any type, required)', ['breaking', 'safe', {}]],
    ['property-removed', 'p was removed', ['safe', 'breaking']],
  ),
  ...both(
    'an optional property in a closed object',
    [object({}, closed), object({ p: { type: 'string' } }, closed)],
    ['property-added', 'p is new (string, optional)', ['safe', 'safe']],
    ['property-removed', 'p was removed', ['breaking', 'safe', { p: 'a' }]],
  ),
  ...both(
    'a required property in a closed object',
    [object({}, closed), object({ p: {} }, { ...closed, required: ['p'] })],
    ['property-added', 'p is new (any type, required)', ['breaking', 'safe', {}]],
    ['property-removed', 'p was removed', ['breaking', 'breaking', { p: 'a' }]],
  ),
  ...both(
    'required',
    [p({}), object({ p: {} }, { required: ['p'] })],
    ['property-required', 'p is required now', ['breaking', 'safe', {}]],
    ['property-optional', 'p is optional now', ['safe', 'breaking']],
  ),
  ...both(
    'a type for any type',
    [p({}), p({ type: ['string', 'null'] })],
    ['type-narrowed', 'p takes fewer types: any type → null or string', ['breaking', 'safe', { p: 1 }]],
    ['type-widened', 'p takes more types: null or string → any type', ['safe', 'breaking']],
  ),
  ...both(
    'integer and number',
    [p({ type: 'integer' }), p({ type: 'number' })],
    ['type-widened', 'p takes more types: integer → number', ['safe', 'breaking']],
    ['type-narrowed', 'p takes fewer types: number → integer', ['breaking', 'safe', { p: 1.5 }]],
  ),
  ...both(
    'another type',
    [p({ type: 'string' }), p({ type: 'number' })],
    ['type-changed', 'p has another type: string → number', ['breaking', 'breaking', { p: 'a' }]],
    ['type-changed', 'p has another type: number → string', ['breaking', 'breaking', { p: 1 }]],
  ),
  change(
    'a type that does not exist',
    [p({ type: 'any' }), p({ type: 'string' })],
    'type-changed',
    'p has another type: any → string',
    unknown,
  ),
  change(
    'the same types in more words',
    [p({ type: ['integer', 'number'] }), p({ type: 'number' })],
    'metadata-changed',
    '"type" of p, which validation does not see, has changed',
    documentation,
  ),
  ...both(
    'another type beside one that does not exist',
    [p({ type: 'any' }), p({ type: ['any', 'string'] })],
    ['type-widened', 'p takes more types: any → any or string', unknown],
    ['type-narrowed', 'p takes fewer types: any or string → any', unknown],
  ),
  change(
    'a type that is no text',
    [p({ type: null }), p({ type: 'string' })],
    'schema-changed',
    '"type" of p has changed',
    unknown,
  ),
  ...both(
    'a value of a list',
    [p({ enum: ['card'] }), p({ enum: ['cash', 'card'] })],
    ['enum-values-added', 'p may also be "cash"', ['safe', 'breaking']],
    ['enum-values-removed', 'p may no longer be "cash"', ['breaking', 'safe', { p: 'cash' }]],
  ),
  ...both(
    'a value that the type never allowed',
    [p({ type: 'integer', enum: [1] }), p({ type: 'integer', enum: [1, 'x'] })],
    ['enum-values-added', 'p may also be "x"', ['safe', 'safe']],
    ['enum-values-removed', 'p may no longer be "x"', ['safe', 'safe']],
  ),
  ...both(
    'a list of values',
    [p({ type: 'string' }), p({ type: 'string', enum: ['a', 'b'] })],
    ['enum-added', 'p may only be "a" or "b" now', ['breaking', 'safe', { p: 'c' }]],
    ['enum-removed', 'p is no longer limited to a list of values', ['safe', 'breaking']],
  ),
  ...both(
    'a list of all values that the type has',
    [p({ type: ['boolean', 'null'] }), p({ type: ['boolean', 'null'], enum: [null, true, false] })],
    ['enum-added', 'p may only be false or null or true now', ['safe', 'safe']],
    ['enum-removed', 'p is no longer limited to a list of values', ['safe', 'safe']],
  ),
  change(
    'a list of values that is no list',
    [p({ enum: 'a' }), p({ enum: ['a'] })],
    'schema-changed',
    '"enum" of p has changed',
    unknown,
  ),
  ...both(
    'a pattern',
    [p({ type: 'string' }), p({ type: 'string', pattern: '^a' })],
    ['pattern-changed', 'p has to fit pattern "^a" now', ['breaking', 'safe', { p: 'b' }]],
    ['pattern-changed', 'p no longer has to fit pattern "^a"', ['safe', 'breaking']],
  ),
  change(
    'another pattern',
    [p({ pattern: '^a' }), p({ pattern: '^b' })],
    'pattern-changed',
    'p has to fit pattern "^b" instead of "^a"',
    unknown,
  ),
  ...both(
    'a pattern on a number, which it never looks at',
    [p({ type: 'number' }), p({ type: 'number', pattern: '^a' })],
    ['pattern-changed', 'p has to fit pattern "^a" now', ['safe', 'safe']],
    ['pattern-changed', 'p no longer has to fit pattern "^a"', ['safe', 'safe']],
  ),
  ...both(
    'a known format',
    [p({ type: 'string' }), p({ type: 'string', format: 'date-time' })],
    ['format-changed', 'p has to fit format "date-time" now', ['breaking', 'safe', { p: 'yesterday' }]],
    ['format-changed', 'p no longer has to fit format "date-time"', ['safe', 'breaking']],
  ),
  change(
    'a format of one’s own',
    [p({ type: 'string' }), p({ type: 'string', format: 'order-number' })],
    'format-changed',
    'p has to fit format "order-number" now',
    unknown,
  ),
  ...both(
    'a bound',
    [p({ minimum: 1 }), p({ minimum: 2 })],
    ['bound-changed', 'p has to fit minimum 2 instead of 1', ['breaking', 'safe', { p: 1 }]],
    ['bound-changed', 'p has to fit minimum 1 instead of 2', ['safe', 'breaking']],
  ),
  ...both(
    'a length',
    [p({ type: 'string' }), p({ type: 'string', maxLength: 9 })],
    ['bound-changed', 'p has to fit maxLength 9 now', ['breaking', 'safe', { p: 'ten letters' }]],
    ['bound-changed', 'p no longer has to fit maxLength 9', ['safe', 'breaking']],
  ),
  change(
    'a bound that allows everything',
    [p({ type: 'string' }), p({ type: 'string', minLength: 0 })],
    'bound-changed',
    'p has to fit minLength 0 now',
    ['safe', 'safe'],
  ),
  change(
    'another step',
    [p({ multipleOf: 2 }), p({ multipleOf: 4 })],
    'bound-changed',
    'p has to fit multipleOf 4 instead of 2',
    unknown,
  ),
  {
    ...change(
      'two lower bounds',
      [p({ minimum: 3 }), p({ exclusiveMinimum: 2 })],
      'schema-changed',
      '',
      unknown,
    ),
    kinds: ['schema-changed', 'schema-changed'],
    sentence: '"exclusiveMinimum" of p was added',
  },
  ...both(
    'what a list holds',
    [p({ type: 'array' }), p({ type: 'array', items: { type: 'string' } })],
    ['items-changed', 'What the list p may hold has changed', ['breaking', 'safe', { p: [1] }]],
    ['items-changed', 'What the list p may hold has changed', ['safe', 'breaking']],
  ),
  change(
    'a list for places',
    [p({ items: { type: 'string' } }), p({ items: [{ type: 'string' }] })],
    'items-changed',
    'What the list p may hold has changed',
    unknown,
  ),
  change(
    'deep inside a list',
    [p({ items: { properties: { sku: {} } } }), p({ items: { properties: { sku: { type: 'string' } } } })],
    'type-narrowed',
    'p[].sku takes fewer types: any type → string',
    ['breaking', 'safe', { p: [{ sku: 1 }] }],
    '/properties/p/*/sku',
  ),
  ...both(
    'unplanned names',
    [p({}), object({ p: {} }, closed)],
    ['names-closed', 'properties takes planned names only now', ['safe', 'safe']],
    ['names-opened', 'properties takes unplanned names now', ['safe', 'breaking']],
    '/properties',
  ),
  change(
    'open names said aloud',
    [p({}), object({ p: {} }, { additionalProperties: true })],
    'metadata-changed',
    '"additionalProperties" of properties, which validation does not see, was added',
    documentation,
    '/properties',
  ),
  change(
    'a schema for other names',
    [p({}), object({ p: {} }, { additionalProperties: { type: 'string' } })],
    'schema-changed',
    '"additionalProperties" of properties was added',
    unknown,
    '/properties',
  ),
  change(
    'a description',
    [p({ description: 'a' }), p({ description: 'b' })],
    'description-changed',
    'The description of p has changed',
    documentation,
  ),
  change(
    'the description of the event',
    [event({}), event({}, { description: 'b' })],
    'description-changed',
    'The description of the event was added',
    documentation,
    '',
  ),
  change(
    'labels',
    [event({}, { labels: { team: 'a' } }), event({}, { labels: { team: 'b' } })],
    'labels-changed',
    'The labels of the event have changed (team: b)',
    documentation,
    '',
  ),
  change(
    'a legacy id',
    [p({ id: '/properties/p' }), p({})],
    'metadata-changed',
    '"$id" of p, which validation does not see, was removed',
    documentation,
  ),
  change(
    'a real id',
    [p({ $id: 'a' }), p({ $id: 'b' })],
    'schema-changed',
    '"$id" of p has changed',
    unknown,
  ),
  change(
    'a required list that is empty',
    [object({}), object({}, { required: [] })],
    'metadata-changed',
    '"required" of properties, which validation does not see, was added',
    documentation,
    '/properties',
  ),
  change(
    'required that is no list',
    [p({ required: true }), p({})],
    'schema-changed',
    '"required" of p was removed',
    unknown,
  ),
  change(
    'a choice of schemas',
    [p({ anyOf: [{ type: 'string' }] }), p({ anyOf: [{ type: 'number' }] })],
    'schema-changed',
    '"anyOf" of p has changed',
    unknown,
  ),
  change(
    'a schema that is true',
    [p(true), p({ type: 'string' })],
    'schema-changed',
    'The schema of p has changed',
    unknown,
  ),
  change(
    'a keyword that every object inherits by name',
    [p({}), p({ constructor: 1 })],
    'schema-changed',
    '"constructor" of p was added',
    unknown,
  ),
]
