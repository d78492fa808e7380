import type { Json } from '../plan/json'

type Verdict = 'safe' | 'breaking' | 'unknown'

/** Two schemas, and what becomes of values that one accepts under the other: `forth` first to second, `back`. */
export type KeywordCase = {
  readonly keyword: string
  readonly schemas: readonly [first: Json, second: Json]
  readonly forth: Verdict
  readonly back: Verdict
}

const pair = (keyword: string, first: Json, second: Json, forth: Verdict, back: Verdict): KeywordCase => ({
  keyword,
  schemas: [first, second],
  forth,
  back,
})
/** The second accepts more. */
const widens = (keyword: string, first: Json, second: Json) =>
  pair(keyword, first, second, 'safe', 'breaking')
const equal = (keyword: string, first: Json, second: Json) => pair(keyword, first, second, 'safe', 'safe')
const apart = (keyword: string, first: Json, second: Json) =>
  pair(keyword, first, second, 'breaking', 'breaking')

const object = (properties: { [name: string]: Json }, more: { [keyword: string]: Json } = {}): Json => ({
  type: 'object',
  properties,
  ...more,
})
const list = (items: Json, more: { [keyword: string]: Json } = {}): Json => ({
  type: 'array',
  items,
  ...more,
})
const closed = { additionalProperties: false }
const tree = (value: Json): Json => ({
  definitions: { node: object({ next: { $ref: '#/definitions/node' }, value }) },
  $ref: '#/definitions/node',
})

const variants = (count: number, limits: { [keyword: string]: Json }): Json => ({
  anyOf: Array.from({ length: count }, (_, i) =>
    object({ [`v${i}`]: { type: 'integer', ...limits } }, { ...closed, required: [`v${i}`] }),
  ),
})
const tagged = (count: number): Json => ({
  oneOf: Array.from({ length: count }, (_, i) =>
    object({ kind: { const: `k${i}` }, [`v${i}`]: { type: 'string' } }, { required: ['kind'] }),
  ),
})

/** Written from the draft-07 specification, section by section. */
export const keywordCases: readonly KeywordCase[] = [
  widens('boolean schema', false, { type: 'null' }),
  widens('boolean schema', { type: 'null' }, true),
  equal('boolean schema', true, {}),
  equal('boolean schema', false, { not: {} }),

  widens('type', { type: 'integer' }, { type: 'number' }),
  widens('type', { type: 'string' }, { type: ['string', 'null'] }),
  equal('type', { type: ['integer', 'number'] }, { type: 'number' }),
  equal('type', { type: ['string'] }, { type: 'string' }),
  apart('type', { type: 'string' }, { type: 'number' }),
  equal('type', {}, { type: ['null', 'boolean', 'number', 'string', 'array', 'object'] }),

  equal('type (draft-03)', { type: 'any' }, {}),
  widens('type (draft-03)', object({ a: { type: 'string' } }), object({ a: { type: ['any'] } })),
  pair('type', { type: 'string,' }, { type: 'string' }, 'unknown', 'unknown'),
  widens(
    'a defect on both sides',
    object({ a: { required: true }, b: { type: 'string' } }),
    object({ a: { required: true } }),
  ),

  widens('enum', { enum: [1, 2] }, { enum: [3, 2, 1] }),
  equal('enum', { enum: [1, 2, 2] }, { enum: [2, 1] }),
  equal('enum', { type: 'string', enum: ['a', 1] }, { const: 'a' }),
  widens('enum', { enum: ['a', 'b'] }, { type: 'string' }),
  apart('enum', { enum: ['a'] }, { enum: ['b'] }),
  equal('enum', { enum: [true, false] }, { type: 'boolean' }),
  widens('enum', { enum: [{ a: 1, b: [1] }] }, object({ a: { type: 'integer' } })),
  equal('const', { const: 1 }, { const: 1.0 }),
  apart('const', { const: 0 }, { const: false }),
  equal('const', { const: { a: 1, b: 2 } }, { enum: [{ b: 2, a: 1 }] }),

  widens('multipleOf', { multipleOf: 6 }, { multipleOf: 3 }),
  widens('multipleOf', { type: 'integer' }, { type: 'number', multipleOf: 0.5 }),
  equal('multipleOf', { type: 'integer' }, { type: 'number', multipleOf: 1 }),
  apart('multipleOf', { multipleOf: 4 }, { multipleOf: 6 }),
  equal('multipleOf', { allOf: [{ multipleOf: 4 }, { multipleOf: 6 }] }, { multipleOf: 12 }),
  widens('maximum', { maximum: 2 }, { maximum: 3 }),
  widens('exclusiveMaximum', { exclusiveMaximum: 2 }, { maximum: 2 }),
  equal('exclusiveMaximum', { type: 'integer', exclusiveMaximum: 2 }, { type: 'integer', maximum: 1 }),
  widens('minimum', { minimum: 3 }, { minimum: 2 }),
  widens('exclusiveMinimum', { exclusiveMinimum: 2 }, { minimum: 2 }),
  equal('minimum', { type: 'integer', minimum: 0.5 }, { type: 'integer', minimum: 1 }),
  equal('minimum', { type: 'number', minimum: 2, maximum: 1 }, false),
  equal('minimum', { type: 'integer', exclusiveMinimum: 1, exclusiveMaximum: 2 }, false),
  widens('minimum', { type: 'integer', minimum: 5 }, { type: ['integer', 'string'], minimum: 5 }),
  equal('exclusiveMaximum (draft-04)', { maximum: 2, exclusiveMaximum: true }, { exclusiveMaximum: 2 }),

  widens('maxLength', { maxLength: 2 }, { maxLength: 3 }),
  widens('minLength', { minLength: 3 }, { minLength: 2 }),
  equal('minLength', { minLength: 0 }, {}),
  equal('maxLength', { type: 'string', maxLength: 0 }, { const: '' }),
  widens('pattern', { pattern: '^a+$' }, { pattern: 'a' }),
  widens('pattern', { pattern: '^[a-c]{2}$' }, { pattern: '^[a-z]*$' }),
  equal('pattern', { pattern: '^(a|b)c$' }, { pattern: '^[ab]c$' }),
  equal('pattern', { pattern: '^\\d+$' }, { pattern: '^[0-9][0-9]*$' }),
  equal('pattern', { type: 'string', pattern: '^a{2,3}$' }, { enum: ['aa', 'aaa'] }),
  equal('pattern', { type: 'string', pattern: '^[^a]$' }, { allOf: [{ type: 'string', pattern: '^[^a]$' }] }),
  widens('pattern', { pattern: '^[A-Z]{3}$' }, { minLength: 3, maxLength: 3 }),
  apart('pattern', { type: 'string', pattern: '^a' }, { type: 'string', pattern: 'a$' }),
  equal('pattern', { type: 'string', pattern: '^ab$', maxLength: 1 }, false),
  pair(
    'pattern',
    { type: 'string', pattern: '(?=a)b' },
    { type: 'string', pattern: '^c' },
    'unknown',
    'unknown',
  ),
  widens('format', { type: 'string', format: 'date' }, { type: 'string' }),
  widens('format', { format: 'date' }, { anyOf: [{ not: { type: 'string' } }, { pattern: '^[0-9]{4}-' }] }),
  apart('format', { type: 'string', format: 'date' }, { type: 'string', format: 'email' }),
  widens('format', { format: 'ipv4' }, { maxLength: 15 }),
  apart('format', { type: 'string', format: 'date-time' }, { type: 'string', maxLength: 30 }),
  equal('format', { format: 'no-such-format' }, {}),

  widens('items', list({ type: 'integer' }), list({ type: 'number' })),
  widens('items', list(false), list({ type: 'null' })),
  equal('items', list(false), { const: [] }),
  equal('items', list({}), { type: 'array' }),
  widens('items', { items: [{ type: 'string' }] }, { items: [{ type: ['string', 'null'] }] }),
  widens('items', list({ type: 'string' }), { items: [{ type: 'string' }, {}] }),
  widens(
    'additionalItems',
    { items: [{}], additionalItems: false },
    { items: [{}, {}], additionalItems: false },
  ),
  equal('additionalItems', { items: [{}], additionalItems: false }, { maxItems: 1 }),
  equal('additionalItems', { items: {}, additionalItems: false }, {}),
  widens('additionalItems', { items: [{}], additionalItems: { type: 'string' } }, { items: [{}] }),
  widens('maxItems', { maxItems: 1 }, { maxItems: 2 }),
  widens('minItems', { minItems: 2 }, { minItems: 1 }),
  widens('uniqueItems', { uniqueItems: true }, {}),
  equal('uniqueItems', { uniqueItems: false }, {}),
  equal('uniqueItems', { uniqueItems: true, maxItems: 1 }, { maxItems: 1 }),
  equal('uniqueItems', list({ type: 'boolean' }, { uniqueItems: true, minItems: 3 }), false),
  widens('contains', { contains: { type: 'integer' } }, { contains: { type: 'number' } }),
  widens('contains', { contains: { type: 'string' } }, { minItems: 1 }),
  equal('contains', { contains: true }, { minItems: 1 }),
  widens('contains', list({ type: 'string' }, { minItems: 1 }), { contains: { type: 'string' } }),
  equal(
    'contains',
    { type: 'array', not: { contains: { type: 'string' } } },
    list({ not: { type: 'string' } }),
  ),
  equal('contains', list({ const: 1 }, { contains: { const: 2 } }), false),

  widens('maxProperties', { maxProperties: 1 }, { maxProperties: 2 }),
  widens('minProperties', { minProperties: 2 }, { minProperties: 1 }),
  equal('minProperties', object({ a: {} }, { ...closed, minProperties: 2 }), false),
  widens('required', { required: ['a', 'b'] }, { required: ['a'] }),
  widens('required', { required: ['a', 'b'] }, { minProperties: 2 }),
  equal('required', { type: 'object', required: [] }, { type: 'object' }),
  equal('required', object({ a: false }, { required: ['a'] }), false),
  equal('required', object({ a: false }), { type: 'object', not: { required: ['a'] } }),
  widens('properties', object({ a: { type: 'string' } }), object({})),
  widens('properties', object({ a: { const: 'x' } }), object({ a: { type: 'string' } })),
  apart('properties', object({ a: { type: 'string' } }), object({ b: { type: 'string' } })),
  widens('properties', object({ a: {} }, closed), object({ a: {}, b: { type: 'string' } }, closed)),
  equal('properties', object({ default: {}, type: {}, 'a/b~c': {} }), object({})),
  widens('additionalProperties', object({ a: {} }, closed), object({ a: {} })),
  widens(
    'additionalProperties',
    { type: 'object', additionalProperties: { type: 'integer' } },
    object({ a: { type: 'number' } }),
  ),
  equal('additionalProperties', { type: 'object', additionalProperties: false }, { const: {} }),
  widens(
    'patternProperties',
    { patternProperties: { '^a': { type: 'string' } } },
    { patternProperties: { '^ab': { type: 'string' } } },
  ),
  widens(
    'patternProperties',
    { patternProperties: { '^a': { type: 'string' } } },
    { properties: { ab: { type: 'string' } } },
  ),
  equal(
    'patternProperties',
    { patternProperties: { '': { type: 'string' } } },
    { additionalProperties: { type: 'string' } },
  ),
  equal(
    'patternProperties',
    { type: 'object', patternProperties: { '^a$': {} }, ...closed },
    object({ a: {} }, closed),
  ),
  widens('propertyNames', { propertyNames: { pattern: '^a' } }, { propertyNames: { minLength: 1 } }),
  equal('propertyNames', { type: 'object', propertyNames: false }, { const: {} }),
  equal('propertyNames', { type: 'object', propertyNames: { enum: ['a'] } }, object({ a: {} }, closed)),
  equal('dependencies', { dependencies: { a: ['b'] } }, { dependencies: { a: { required: ['b'] } } }),
  widens('dependencies', { dependencies: { a: ['b', 'c'] } }, { dependencies: { a: ['b'] } }),
  widens('dependencies', { type: 'object', required: ['b'] }, { dependencies: { a: ['b'] } }),
  equal('dependencies', { dependencies: { a: [] } }, {}),

  equal('allOf', { allOf: [{ minimum: 1 }, { maximum: 2 }] }, { minimum: 1, maximum: 2 }),
  equal('allOf', { allOf: [{ type: 'string' }, { type: 'number' }] }, false),
  equal('anyOf', { anyOf: [{ type: 'string' }, { type: 'null' }] }, { type: ['null', 'string'] }),
  widens('anyOf', variants(12, { minimum: 1 }), variants(12, {})),
  widens('anyOf', variants(11, {}), variants(12, {})),
  widens('oneOf', tagged(11), tagged(12)),
  widens('anyOf', { anyOf: [{ const: 1 }, { const: 2 }] }, { type: 'integer' }),
  equal('anyOf', { anyOf: [{ minimum: 1 }, { maximum: 2 }] }, {}),
  equal(
    'oneOf',
    { oneOf: [{ type: 'string' }, { type: 'null' }] },
    { anyOf: [{ type: 'string' }, { type: 'null' }] },
  ),
  widens('oneOf', { oneOf: [{ minimum: 2 }, { maximum: 5 }] }, { anyOf: [{ minimum: 2 }, { maximum: 5 }] }),
  equal('oneOf', { oneOf: [true, true] }, false),
  equal('not', { not: { not: { type: 'string' } } }, { type: 'string' }),
  equal('not', { type: 'integer', not: { minimum: 1 } }, { type: 'integer', maximum: 0 }),
  widens('not', { not: { type: ['string', 'null'] } }, { not: { type: 'string' } }),
  widens('not', { type: 'string', not: { const: 'a' } }, { type: 'string' }),

  // biome-ignore lint/suspicious/noThenProperty: it is the keyword's name
  equal('if', { if: { type: 'string' }, then: { minLength: 2 } }, { minLength: 2 }),
  equal('if', { if: { type: 'string' } }, {}),
  // biome-ignore lint/suspicious/noThenProperty: it is the keyword's name
  equal('if', { then: false, else: false }, {}),
  equal(
    'if',
    // biome-ignore lint/suspicious/noThenProperty: it is the keyword's name
    { if: { type: 'string' }, then: { const: 'a' }, else: { const: 1 } },
    { enum: ['a', 1] },
  ),

  widens('$ref', tree({ type: 'integer' }), tree({ type: 'number' })),
  equal(
    '$ref',
    { definitions: { a: { type: 'string' } }, properties: { x: { $ref: '#/definitions/a' } } },
    { properties: { x: { type: 'string' } } },
  ),
  equal(
    '$ref',
    { definitions: { a: { type: 'string' } }, $ref: '#/definitions/a', type: 'null' },
    { type: 'string' },
  ),
  equal(
    '$ref',
    { definitions: { a: { $id: '#it', type: 'null' } }, not: { $ref: '#it' } },
    { not: { type: 'null' } },
  ),
  pair('$ref', { $ref: 'https://example.com/a.json' }, { type: 'string' }, 'unknown', 'unknown'),
  equal(
    'annotations',
    { title: 'a', description: 'b', default: 1, examples: [2], $comment: 'c', labels: {} },
    {},
  ),
]
