import { arrayClauses } from './array-clauses'
import type { Alternatives, Clause, Literal } from './fact'
import { isKnownFormat } from './formats'
import { objectClauses } from './object-clauses'
import type { Kind, NumberLimits, SchemaNode, StringLimits } from './schema-node'

const never: Clause = { accepts: [], refuses: [[]] }
const yes = (node: SchemaNode): Literal => ({ node, yes: true })
const no = (node: SchemaNode): Literal => ({ node, yes: false })

/** The parts that a value of this kind has to pass, all of them. */
export const clausesOf = (node: SchemaNode, kind: Kind): readonly Clause[] => {
  if (!node.possible || (node.types && !hasKind(node, kind))) return [never]
  if (node.reference) {
    const target = node.reference()
    return [{ accepts: [[yes(target)]], refuses: [[no(target)]] }]
  }
  return [...limitClauses(node, kind), ...combinationClauses(node)]
}

const hasKind = ({ types }: SchemaNode, kind: Kind): boolean =>
  types !== undefined && (types.has(kind) || (kind === 'number' && types.has('integer')))

const limitClauses = (node: SchemaNode, kind: Kind): Clause[] => [
  ...node.values.map((values) => fact({ is: 'one-of', values }, { is: 'none-of', values })),
  ...(kind === 'number' ? numberClauses(node.number ?? {}, node) : []),
  ...(kind === 'string' ? stringClauses(node.string ?? {}) : []),
  ...(kind === 'array' && node.array ? arrayClauses(node.array) : []),
  ...(kind === 'object' && node.object ? objectClauses(node.object) : []),
]

const fact = (accepts: Alternatives[number][number], ...refuses: Alternatives[number]): Clause => ({
  accepts: [[accepts]],
  refuses: refuses.map((demand) => [demand]),
})

const numberClauses = (limits: NumberLimits, { types }: SchemaNode): Clause[] => {
  const { min, exclusiveMin, max, exclusiveMax, multipleOf } = limits
  const above = (limit: number, inclusive: boolean) => ({ is: 'above', limit, inclusive }) as const
  const below = (limit: number, inclusive: boolean) => ({ is: 'below', limit, inclusive }) as const
  return [
    ...(types && !types.has('number')
      ? [fact({ is: 'integer', yes: true }, { is: 'integer', yes: false })]
      : []),
    ...(min === undefined ? [] : [fact(above(min, true), below(min, false))]),
    ...(exclusiveMin === undefined ? [] : [fact(above(exclusiveMin, false), below(exclusiveMin, true))]),
    ...(max === undefined ? [] : [fact(below(max, true), above(max, false))]),
    ...(exclusiveMax === undefined ? [] : [fact(below(exclusiveMax, false), above(exclusiveMax, true))]),
    ...(multipleOf === undefined
      ? []
      : [
          fact({ is: 'multiple', of: multipleOf, yes: true }, { is: 'multiple', of: multipleOf, yes: false }),
        ]),
  ]
}

const stringClauses = ({ minLength, maxLength, pattern, format }: StringLimits): Clause[] => [
  ...(minLength ? [fact({ is: 'at-least', count: minLength }, { is: 'at-most', count: minLength - 1 })] : []),
  ...(maxLength === undefined
    ? []
    : [fact({ is: 'at-most', count: maxLength }, { is: 'at-least', count: maxLength + 1 })]),
  ...(pattern === undefined
    ? []
    : [fact({ is: 'pattern', pattern, yes: true }, { is: 'pattern', pattern, yes: false })]),
  // JSON Schema draft-07, section 7.2: a format that is not known says nothing.
  ...(format === undefined || !isKnownFormat(format)
    ? []
    : [fact({ is: 'format', format, yes: true }, { is: 'format', format, yes: false })]),
]

const combinationClauses = (node: SchemaNode): Clause[] => [
  ...node.allOf.map((part) => ({ accepts: [[yes(part)]], refuses: [[no(part)]] })),
  ...(node.anyOf ? [{ accepts: node.anyOf.map((part) => [yes(part)]), refuses: [node.anyOf.map(no)] }] : []),
  ...(node.oneOf ? [oneOfClause(node.oneOf)] : []),
  ...(node.not ? [{ accepts: [[no(node.not)]], refuses: [[yes(node.not)]] }] : []),
  ...(node.condition ? [conditionClause(node.condition)] : []),
  ...(node.opaque === undefined
    ? []
    : [
        fact({ is: 'opaque', text: node.opaque, yes: true }, { is: 'opaque', text: node.opaque, yes: false }),
      ]),
]

const oneOfClause = (parts: readonly SchemaNode[]): Clause => ({
  accepts: parts.map((part, i) => [yes(part), ...parts.filter((_, j) => j !== i).map(no)]),
  refuses: [parts.map(no), ...parts.flatMap((a, i) => parts.slice(i + 1).map((b) => [yes(a), yes(b)]))],
})

const conditionClause = (condition: NonNullable<SchemaNode['condition']>): Clause => {
  const branches = [[yes(condition.if), condition.then] as const, [no(condition.if), condition.else] as const]
  return {
    accepts: branches.map(([applies, branch]) => (branch ? [applies, yes(branch)] : [applies])),
    refuses: branches.flatMap(([applies, branch]) => (branch ? [[applies, no(branch)]] : [])),
  }
}
