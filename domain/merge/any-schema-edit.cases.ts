import fc from 'fast-check'
import { type ExactJson, ExactNumber, type ExactObject, isExactObject } from '../plan/exact-json'
import { hostileNames } from '../plan/hostile-names.cases'
import { propertiesOf, set, unset } from '../plan/schema-path'

/** Few names, so that both sides often touch the same one; each of them breaks something that is careless. */
const names = fc.constantFrom('p', 'q', '__proto__', 'a/b~1', 'constructor', 'required', 'context')
const hostile = fc.constantFrom(...hostileNames)
const anyName = fc.oneof({ weight: 4, arbitrary: names }, { weight: 1, arbitrary: hostile })
const big = new ExactNumber('12345678901234567890')

const keywords: Readonly<Record<string, fc.Arbitrary<ExactJson>>> = {
  type: fc.constantFrom<ExactJson>(
    ...[
      'string',
      'number',
      'object',
      ['string', 'null'],
      ['string'],
      ['number', 'string'],
      ['null', 'object'],
    ],
  ),
  description: fc.constantFrom('a', 'b'),
  labels: fc.constantFrom<ExactJson>({ x: '1' }, { x: '2' }, { x: '1', y: '1' }, {}),
  enum: fc.subarray<ExactJson>(['a', 'b', 1, null, big], { minLength: 1 }),
  const: fc.constantFrom<ExactJson>(1, { a: big }),
  minimum: fc.constantFrom<ExactJson>(1, 2, big),
  exclusiveMinimum: fc.constantFrom<ExactJson>(1, true, false),
  pattern: fc.constantFrom('a', 'b'),
  minItems: fc.constantFrom(1, 2),
  required: fc.oneof(fc.subarray<ExactJson>(['p', 'q', '__proto__']), fc.constant<ExactJson>(true)),
  additionalProperties: fc.constantFrom<ExactJson>(true, false, {}, { type: 'string' }),
  anyOf: fc.constantFrom<ExactJson>([true], [{ type: 'null' }], [{ type: ['null'] }]),
  items: fc.constantFrom<ExactJson>({ type: 'string' }, { description: 'i' }, [{ type: 'null' }], true),
  additionalItems: fc.constantFrom<ExactJson>(false, { description: 'o' }),
  if: fc.constantFrom<ExactJson>(true, { type: 'null' }),
  // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
  then: fc.constantFrom<ExactJson>(false, { minimum: 1 }),
  definitions: fc.constantFrom<ExactJson>({ d: {} }, { d: { type: 'null' }, e: true }),
  $ref: fc.constantFrom('#', '#/definitions/d'),
  id: fc.constantFrom('/p', '/q'),
  $id: fc.constantFrom('/p', '/r'),
  valueOf: fc.constantFrom<ExactJson>(1, 2),
}

export const nodeOf = (depth: number): fc.Arbitrary<ExactJson> =>
  fc.oneof(
    { weight: 30, arbitrary: objectNode(depth) },
    { weight: 1, arbitrary: fc.constantFrom<ExactJson>(true, false, 'no schema', null) },
  )

const objectNode = (depth: number): fc.Arbitrary<ExactObject> =>
  fc
    .tuple(
      fc.uniqueArray(anyKeyword, { selector: ([keyword]) => keyword, maxLength: 4 }),
      depth === 0
        ? fc.constant([])
        : fc.uniqueArray(fc.tuple(anyName, nodeOf(depth - 1)), { selector: ([name]) => name, maxLength: 3 }),
      fc.subarray([0, 1, 2]),
    )
    .map(([own, properties, required]) => {
      const planned = Object.fromEntries<ExactJson>(properties)
      const needed = required.flatMap((i) => properties[i]?.[0] ?? [])
      return {
        ...Object.fromEntries<ExactJson>(own),
        ...(properties.length > 0 && { properties: planned }),
        ...(needed.length > 0 && { required: needed }),
      }
    })

const anyKeyword = fc
  .constantFrom(...Object.keys(keywords))
  .chain((keyword) => fc.tuple(fc.constant(keyword), keywords[keyword] ?? fc.constant(null)))

export const anySchema = nodeOf(2)

type NodeEdit = (node: ExactObject) => ExactObject

const anyNodeEdit: fc.Arbitrary<NodeEdit> = fc.oneof(
  {
    weight: 4,
    arbitrary: anyKeyword.map(
      ([keyword, to]): NodeEdit =>
        (node) =>
          set(node, keyword, to),
    ),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom(...Object.keys(keywords), 'properties').map(
      (keyword): NodeEdit =>
        (node) =>
          unset(node, keyword),
    ),
  },
  {
    weight: 3,
    arbitrary: fc.tuple(anyName, nodeOf(1), fc.boolean()).map(
      ([name, schema, isRequired]): NodeEdit =>
        (node) =>
          withProperty(node, name, schema, isRequired),
    ),
  },
  {
    weight: 2,
    arbitrary: fc.tuple(anyName, fc.boolean()).map(
      ([name, isTidy]): NodeEdit =>
        (node) =>
          withoutProperty(node, name, isTidy),
    ),
  },
  {
    weight: 1,
    arbitrary: fc.tuple(anyName, fc.boolean()).map(
      ([name, is]): NodeEdit =>
        (node) =>
          required(node, name, is),
    ),
  },
)

const withProperty = (node: ExactObject, name: string, schema: ExactJson, isRequired: boolean): ExactObject =>
  required(set(node, 'properties', set(propertiesOf(node), name, schema)), name, isRequired)

const withoutProperty = (node: ExactObject, name: string, isTidy: boolean): ExactObject => {
  if (!isExactObject(node.properties)) return node
  const without = set(node, 'properties', unset(node.properties, name))
  return isTidy ? required(without, name, false) : without
}

const required = (node: ExactObject, name: string, isRequired: boolean): ExactObject => {
  const names = Array.isArray(node.required) ? (node.required as readonly ExactJson[]) : []
  if (names.includes(name) === isRequired) return node
  return set(node, 'required', isRequired ? [...names, name] : names.filter((other) => other !== name))
}

/** The same meaning in another spelling. */
const respelled: NodeEdit = (node) =>
  Object.fromEntries(
    Object.entries(node)
      .reverse()
      .map(([keyword, value]) => [
        keyword,
        keyword === 'type' && typeof value === 'string' ? [value] : value,
      ]),
  )

/** An edit at the root of a schema, or of one of its properties, however deep. */
const anySchemaEdit: fc.Arbitrary<NodeEdit> = fc
  .tuple(
    fc.array(names, { maxLength: 2 }),
    fc.oneof({ weight: 9, arbitrary: anyNodeEdit }, { weight: 1, arbitrary: fc.constant(respelled) }),
  )
  .map(
    ([path, edit]): NodeEdit =>
      (root) =>
        editedAt(root, path, edit),
  )

const editedAt = (node: ExactObject, [name, ...rest]: readonly string[], edit: NodeEdit): ExactObject => {
  if (name === undefined) return edit(node)
  const child = Object.hasOwn(propertiesOf(node), name) ? propertiesOf(node)[name] : undefined
  if (!isExactObject(child)) return node
  return set(node, 'properties', set(propertiesOf(node), name, editedAt(child, rest, edit)))
}

/** A schema after a few edits. */
export const editedSchema = (schema: ExactJson): fc.Arbitrary<ExactJson> =>
  fc
    .array(anySchemaEdit, { maxLength: 3 })
    .map((edits) =>
      isExactObject(schema) ? edits.reduce<ExactObject>((node, edit) => edit(node), schema) : schema,
    )

/** A schema and two edits of it. */
export const anySchemas: fc.Arbitrary<readonly [ExactJson, ExactJson, ExactJson]> = anySchema.chain((base) =>
  fc.tuple(fc.constant(base), editedSchema(base), editedSchema(base)),
)
