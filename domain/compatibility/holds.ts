import { isJsonObject, type Json, type JsonObject } from '../plan/json'
import { jsonEqual } from '../plan/json-equal'
import type { Budget } from './budget'
import { isKnownFormat } from './formats'
import { isMultiple } from './multiple-of'
import {
  type ArrayLimits,
  kindOf,
  type NumberLimits,
  type ObjectLimits,
  type SchemaNode,
  type StringLimits,
} from './schema-node'
import { hasFormat, matchesPattern } from './texts'
import { listHas } from './value-list'

/** True, false, or undefined where nobody can say. */
export type Truth = boolean | undefined

const deepest = 400

/** What is known of values already, so that one that differs in a single place is not judged anew in all others. */
export type Known = Map<SchemaNode, Map<Json, Truth>>

/** Whether a schema accepts a value. Used while searching; what is reported is checked by the validator besides. */
export const holds = (node: SchemaNode, value: Json, budget: Budget, known?: Known, depth = 0): Truth => {
  const ofNode = known?.get(node)
  const told = ofNode?.get(value)
  if (told !== undefined) return told
  const truth = judged(node, value, budget, known, depth)
  if (known && !ofNode) known.set(node, new Map([[value, truth]]))
  ofNode?.set(value, truth)
  return truth
}

const judged = (
  node: SchemaNode,
  value: Json,
  budget: Budget,
  known: Known | undefined,
  depth: number,
): Truth => {
  budget.spend()
  if (!node.possible) return false
  if (depth > deepest) return undefined
  const below = (part: SchemaNode, inner: Json = value) => holds(part, inner, budget, known, depth + 1)
  if (node.reference) return below(node.reference())
  if (node.types && !hasType(node, value)) return false
  if (!node.values.every((values) => listHas(values, value))) return false
  const limits = holdsLimits(node, value, below)
  if (limits === false) return false
  return all(combinations(node, below, limits))
}

type Below = (part: SchemaNode, inner?: Json) => Truth

const hasType = ({ types }: SchemaNode, value: Json): boolean =>
  types?.has(kindOf(value)) === true || (types?.has('integer') === true && Number.isInteger(value))

const negated = (truth: Truth): Truth => (truth === undefined ? undefined : !truth)

/** Lazily, so that the first refusal ends it. */
const all = (truths: Iterable<Truth>): Truth => {
  let result: Truth = true
  for (const truth of truths) {
    if (truth === false) return false
    if (truth === undefined) result = undefined
  }
  return result
}

const some = (truths: Iterable<Truth>): Truth => {
  let result: Truth = false
  for (const truth of truths) {
    if (truth === true) return true
    if (truth === undefined) result = undefined
  }
  return result
}

function* combinations(node: SchemaNode, below: Below, limits: Truth): Generator<Truth> {
  yield limits
  for (const part of node.allOf) yield below(part)
  if (node.anyOf) yield some(node.anyOf.map((part) => below(part)))
  if (node.oneOf) yield exactlyOne(node.oneOf.map((part) => below(part)))
  if (node.not) yield negated(below(node.not))
  if (node.condition) yield conditional(node.condition, below)
  if (node.opaque !== undefined) yield undefined
}

const exactlyOne = (truths: readonly Truth[]): Truth => {
  const accepted = truths.filter((truth) => truth === true).length
  if (accepted > 1) return false
  return truths.includes(undefined) ? undefined : accepted === 1
}

const conditional = (condition: NonNullable<SchemaNode['condition']>, below: Below): Truth => {
  const branch = (node: SchemaNode | undefined): Truth => (node ? below(node) : true)
  const applies = below(condition.if)
  if (applies !== undefined) return branch(applies ? condition.then : condition.else)
  const [a, b] = [branch(condition.then), branch(condition.else)]
  return a === b ? a : undefined
}

const holdsLimits = (node: SchemaNode, value: Json, below: Below): Truth => {
  if (typeof value === 'number') return holdsNumber(node.number ?? {}, value)
  if (typeof value === 'string') return holdsString(node.string ?? {}, value)
  if (Array.isArray(value)) return node.array ? all(listParts(node.array, value, below)) : true
  if (isJsonObject(value)) return node.object ? holdsObject(node.object, value, below) : true
  return true
}

const holdsNumber = (limits: NumberLimits, value: number): Truth => {
  const { min, exclusiveMin, max, exclusiveMax, multipleOf } = limits
  if (min !== undefined && value < min) return false
  if (exclusiveMin !== undefined && value <= exclusiveMin) return false
  if (max !== undefined && value > max) return false
  if (exclusiveMax !== undefined && value >= exclusiveMax) return false
  return multipleOf === undefined || isMultiple(value, multipleOf)
}

const holdsString = (limits: StringLimits, value: string): Truth => {
  const { minLength, maxLength, pattern, format } = limits
  const length = minLength === undefined && maxLength === undefined ? 0 : [...value].length
  if (minLength !== undefined && length < minLength) return false
  if (maxLength !== undefined && length > maxLength) return false
  return all([
    pattern === undefined ? true : matchesPattern(pattern, value),
    format === undefined || !isKnownFormat(format) ? true : hasFormat(format, value),
  ])
}

function* listParts(limits: ArrayLimits, items: readonly Json[], below: Below): Generator<Truth> {
  yield limits.minItems === undefined || items.length >= limits.minItems
  yield limits.maxItems === undefined || items.length <= limits.maxItems
  for (const [i, item] of items.entries()) {
    const node = i < limits.prefix.length ? limits.prefix[i] : limits.rest
    if (node) yield below(node, item)
  }
  const { contains } = limits
  if (contains) yield some(items.map((item) => below(contains, item)))
  if (limits.unique)
    yield items.every((item, i) => items.slice(0, i).every((other) => !jsonEqual(item, other)))
}

const holdsObject = (limits: ObjectLimits, value: JsonObject, below: Below): Truth => {
  const names = Object.keys(value)
  if (!hasRightNames(limits, value, names.length)) return false
  let result: Truth = true
  const { properties, patterns, additional } = limits
  const looksAtNames = limits.names ?? additional ?? (properties.size > 0 || patterns.length > 0)
  for (const name of looksAtNames ? names : []) {
    const allowed = limits.names ? below(limits.names, name) : true
    const truth = allowed === false ? false : holdsProperty(limits, name, value[name] ?? null, below)
    if (truth === false) return false
    if (truth === undefined || allowed === undefined) result = undefined
  }
  const dependent = all(dependencies(limits, value, below))
  return dependent === true ? result : dependent
}

const hasRightNames = (limits: ObjectLimits, value: JsonObject, count: number): boolean =>
  limits.required.every((name) => Object.hasOwn(value, name)) &&
  count >= (limits.minProperties ?? 0) &&
  count <= (limits.maxProperties ?? count)

function* dependencies(limits: ObjectLimits, value: JsonObject, below: Below): Generator<Truth> {
  for (const [name, needed] of limits.dependencies)
    if (Object.hasOwn(value, name))
      yield 'possible' in needed ? below(needed) : needed.every((other) => Object.hasOwn(value, other))
}

const holdsProperty = (limits: ObjectLimits, name: string, value: Json, below: Below): Truth => {
  const own = limits.properties.get(name)
  if (limits.patterns.length === 0) {
    const node = own ?? limits.additional
    return node ? below(node, value) : true
  }
  const matches = limits.patterns.map(([pattern]) => matchesPattern(pattern, name))
  const parts = [
    own ? below(own, value) : true,
    ...limits.patterns.map(([, node], i) => {
      const truth = below(node, value)
      return matches[i] === undefined ? (truth === true ? true : undefined) : matches[i] ? truth : true
    }),
  ]
  if (own || matches.includes(true) || !limits.additional) return all(parts)
  const other = below(limits.additional, value)
  return all([...parts, matches.includes(undefined) && other !== true ? undefined : other])
}
