import fc from 'fast-check'
import { type ExactJson, ExactNumber } from './exact-json'
import { hostileNames } from './hostile-names.cases'
import type { PropertyRow } from './property-table'
import type { RowEdit } from './update-schema'

const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined, freq: 2 })
const name = fc.oneof(fc.constantFrom('a', 'b'), fc.constantFrom(...hostileNames))
const typeName = fc.constantFrom('string', 'number', 'object', 'array', 'null')
const big = new ExactNumber('12345678901234567890')
const values = fc.constantFrom<readonly ExactJson[]>(['x'], [1, null], [big], [{ a: big }])

const defined = (node: Readonly<Record<string, ExactJson | undefined>>): ExactJson =>
  Object.fromEntries(
    Object.entries(node).flatMap(([keyword, value]): [string, ExactJson][] =>
      // fast-check makes no record with a key that every object inherits.
      value === undefined ? [] : [[keyword === 'inherited' ? 'constructor' : keyword, value]],
    ),
  )

/** What the table has a column for. */
const shown = {
  type: maybe(fc.oneof(typeName, fc.uniqueArray(typeName, { minLength: 1, maxLength: 2 }))),
  description: maybe(fc.constantFrom('d', '')),
  enum: maybe(values),
  pattern: maybe(fc.constant('^a')),
  format: maybe(fc.constant('uri')),
}
/** What it has none for, and what is broken. */
const beyond = {
  minimum: maybe(fc.constantFrom<ExactJson>(1, big)),
  anyOf: maybe(fc.constant<ExactJson>([{ type: 'string' }, true])),
  inherited: maybe(fc.constant<ExactJson>(1)),
  type: maybe(fc.constantFrom<ExactJson>('string,', null, 'string')),
  required: maybe(fc.constantFrom<ExactJson>(true, ['unplanned'])),
}

type Keywords = Readonly<Record<string, fc.Arbitrary<ExactJson | undefined>>>

const nodeWith = (own: Keywords, inner: fc.Arbitrary<ExactJson>): fc.Arbitrary<ExactJson> =>
  fc
    .tuple(
      fc.record(own),
      maybe(fc.uniqueArray(fc.tuple(name, inner, fc.boolean()), { selector: ([key]) => key, maxLength: 2 })),
    )
    .map(([keywords, properties]) => {
      const required = (properties ?? []).filter(([, , isRequired]) => isRequired).map(([key]) => key)
      return defined({
        ...keywords,
        properties: properties && Object.fromEntries(properties.map(([key, schema]) => [key, schema])),
        ...(required.length > 0 && { required }),
      })
    })

const oddNode = (depth: number): fc.Arbitrary<ExactJson> => {
  const inner = depth === 0 ? fc.constant<ExactJson>({}) : oddNode(depth - 1)
  return nodeWith({ ...shown, ...beyond, items: maybe(inner) }, inner)
}

const plainNode = (depth: number): fc.Arbitrary<ExactJson> => {
  const inner = depth === 0 ? fc.constant<ExactJson>({}) : plainNode(depth - 1)
  return nodeWith({ ...shown, items: maybe(nodeWith({ type: shown.type }, inner)) }, inner)
}

const eventOf = (node: ExactJson): ExactJson => ({
  type: 'object',
  description: 'An event',
  properties: { properties: node },
  required: ['properties'],
})

/** Rules with hostile names, large integers, keywords that the table has no column for, and defects. */
export const anyRule: fc.Arbitrary<ExactJson> = oddNode(2).map(eventOf)

/** Rules of which the table shows everything. */
export const anyPlainRule: fc.Arbitrary<ExactJson> = nodeWith(
  { type: maybe(fc.constant('object')) },
  plainNode(1),
).map(eventOf)

/** An edit of a row, of any kind. New names hold the mark, so that edits with other marks do not collide. */
export const anyEditOf = ({ schemaPointer: at }: PropertyRow, mark: string): fc.Arbitrary<RowEdit> => {
  const types = fc.uniqueArray(typeName, { maxLength: 2 })
  const text = fc.option(fc.constantFrom('x', 'y'))
  return fc.oneof(
    fc.record({ kind: fc.constant('set-required' as const), at: fc.constant(at), required: fc.boolean() }),
    fc.record({ kind: fc.constant('set-type' as const), at: fc.constant(at), types }),
    fc.record({ kind: fc.constant('set-item-types' as const), at: fc.constant(at), types }),
    fc.record({ kind: fc.constant('set-description' as const), at: fc.constant(at), text }),
    fc.record({ kind: fc.constant('set-pattern' as const), at: fc.constant(at), pattern: text }),
    fc.record({ kind: fc.constant('set-format' as const), at: fc.constant(at), format: text }),
    fc.record({ kind: fc.constant('set-enum' as const), at: fc.constant(at), values: fc.option(values) }),
    fc.record({
      kind: fc.constant('set-schema' as const),
      at: fc.constant(at),
      schema: fc.constantFrom<ExactJson>({ type: 'string' }, true, { const: big }),
    }),
    fc.record({
      kind: fc.constant('rename' as const),
      at: fc.constant(at),
      name: fc.constantFrom(...hostileNames).map((to) => `${to}${mark}`),
    }),
    fc.record({
      kind: fc.constant('add' as const),
      parent: fc.constant(at),
      name: fc.constantFrom(...hostileNames).map((to) => `${to}${mark}`),
      schema: fc.constantFrom<ExactJson>({}, { type: 'string', enum: [big] }),
      required: fc.boolean(),
    }),
    fc.constant<RowEdit>({ kind: 'remove', at }),
  )
}
