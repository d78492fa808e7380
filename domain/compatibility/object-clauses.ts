import type { Alternatives, Clause, Demand, Literal } from './fact'
import type { ObjectLimits, SchemaNode } from './schema-node'

const yes = (node: SchemaNode): Literal => ({ node, yes: true })
const no = (node: SchemaNode): Literal => ({ node, yes: false })
const has = (name: string): Demand => ({ is: 'has', name })
const lacks = (name: string): Demand => ({ is: 'lacks', name })

/** What the object keywords demand of an object, and of one that they refuse. */
export const objectClauses = (limits: ObjectLimits): Clause[] => [
  ...shapeClauses(limits),
  ...limits.required.map((name) => ({ accepts: [[has(name)]], refuses: [[lacks(name)]] })),
  ...countClauses(limits),
  ...(limits.names
    ? [
        {
          accepts: [[{ is: 'names', name: limits.names } as const]],
          refuses: [[{ is: 'has-bad-name', name: limits.names } as const]],
        },
      ]
    : []),
  ...[...limits.dependencies].map(([name, needed]) => dependencyClause(name, needed)),
]

const shapeClauses = (limits: ObjectLimits): Clause[] => {
  const { properties, patterns, additional } = limits
  if (properties.size === 0 && patterns.length === 0 && !additional) return []
  const refuses: Alternatives = [
    ...[...properties].map(([name, node]) => [{ is: 'has', name, value: no(node) } as const]),
    ...patterns.map(([pattern, node]) => [{ is: 'has-matching', pattern, value: no(node) } as const]),
    ...(additional ? [[{ is: 'has-other', limits, value: no(additional) } as const]] : []),
  ]
  return [{ accepts: [[{ is: 'shape', limits }]], refuses }]
}

const countClauses = ({ minProperties, maxProperties }: ObjectLimits): Clause[] => [
  ...(minProperties
    ? [
        {
          accepts: [[{ is: 'at-least', count: minProperties } as const]],
          refuses: [[{ is: 'at-most', count: minProperties - 1 } as const]],
        },
      ]
    : []),
  ...(maxProperties === undefined
    ? []
    : [
        {
          accepts: [[{ is: 'at-most', count: maxProperties } as const]],
          refuses: [[{ is: 'at-least', count: maxProperties + 1 } as const]],
        },
      ]),
]

const dependencyClause = (name: string, needed: readonly string[] | SchemaNode): Clause => {
  if ('possible' in needed)
    return { accepts: [[lacks(name)], [yes(needed)]], refuses: [[has(name), no(needed)]] }
  return {
    accepts: [[lacks(name)], needed.map(has)],
    refuses: needed.map((other) => [has(name), lacks(other)]),
  }
}
