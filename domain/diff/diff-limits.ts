import type { Change } from './change'
import { allowsType } from './diff-types'
import { type NodePair, sides, typesOf } from './schema-node'

/** JSON Schema draft-07: the type of value that each limiting keyword looks at; others pass it unseen. */
const limitedType: Readonly<Record<string, string>> = {
  minimum: 'integer',
  maximum: 'integer',
  exclusiveMinimum: 'integer',
  exclusiveMaximum: 'integer',
  multipleOf: 'integer',
  minLength: 'string',
  maxLength: 'string',
  pattern: 'string',
  format: 'string',
  minItems: 'array',
  maxItems: 'array',
  uniqueItems: 'array',
  minProperties: 'object',
  maxProperties: 'object',
}

const twins: Readonly<Record<string, string>> = {
  minimum: 'exclusiveMinimum',
  exclusiveMinimum: 'minimum',
  maximum: 'exclusiveMaximum',
  exclusiveMaximum: 'maximum',
}

export const isLimit = (keyword: string): boolean => Object.hasOwn(limitedType, keyword)

/** A pattern, a format or a bound that came, went or moved. Null when two bounds on one side would have to be weighed. */
export const diffLimit = (node: NodePair, keyword: string): Change[] | null => {
  const { place, before, after } = node
  const twin = twins[keyword]
  // Which of the two sides of a bound is the stricter one is a question for the compatibility proof.
  if (twin !== undefined && [before[twin], after[twin]].some((value) => value !== undefined)) return null
  const type = limitedType[keyword] ?? 'string'
  const applies = [typesOf(before), typesOf(after)].some((types) => allowsType(types ?? null, type))
  const facts = { ...place, ...sides(node, keyword), applies }
  if (keyword === 'pattern') return [{ kind: 'pattern-changed', ...facts }]
  if (keyword === 'format') return [{ kind: 'format-changed', ...facts }]
  return [{ kind: 'bound-changed', ...facts, keyword }]
}
