import type { Json, JsonObject } from '../plan/json'
import { printSorted } from '../plan/print-json'
import type { Keyword } from './keyword-shapes'
import type { Keywords } from './read-keywords'
import type {
  ArrayLimits,
  NumberLimits,
  ObjectLimits,
  SchemaNode,
  StringLimits,
  TypeName,
} from './schema-node'

/** A node before it has its number, and what it says as a text: nodes that say the same have the same text. */
export type ReadNode = { readonly says: string; readonly node: Omit<SchemaNode, 'id'> }

/** Puts a schema's keywords into a node; `below` reads the schemas inside. */
export const readNode = (
  keywords: Keywords,
  opaque: string | undefined,
  below: (part: Json) => SchemaNode,
): ReadNode => {
  const reading = new Reading(keywords, below)
  const types = reading.types()
  const [allOf, anyOf, oneOf] = (['allOf', 'anyOf', 'oneOf'] as const).map((keyword) => reading.set(keyword))
  const not = reading.one('not')
  const condition = conditionOf(reading)
  const [number, string] = [numberLimits(reading), stringLimits(reading)]
  const [array, object] = [arrayLimits(reading), objectLimits(reading)]
  const node = {
    possible: true,
    values: reading.values(),
    allOf: allOf ?? [],
    ...(types && { types }),
    ...(number && { number }),
    ...(string && { string }),
    ...(array && { array }),
    ...(object && { object }),
    ...(anyOf && { anyOf }),
    ...(oneOf && { oneOf }),
    ...(not && { not }),
    ...(condition && { condition }),
    ...(opaque !== undefined && { opaque }),
  }
  return { says: reading.says(opaque), node }
}

/** Takes keywords out of a schema, noting what each says. Their shapes have been looked at by `readKeywords`. */
class Reading {
  private readonly texts: string[] = []

  constructor(
    private readonly keywords: Keywords,
    readonly below: (part: Json) => SchemaNode,
  ) {}

  says(opaque: string | undefined): string {
    if (opaque !== undefined) this.texts.push(`opaque ${opaque}`)
    return this.texts.sort().join('\n')
  }

  has(...keywords: readonly Keyword[]): boolean {
    return keywords.some((keyword) => this.keywords[keyword] !== undefined)
  }

  /** A number, a text or a truth value. */
  plain<T extends number | string | boolean>(keyword: Keyword): T | undefined {
    const value = this.keywords[keyword]
    if (value !== undefined) this.texts.push(`${keyword} ${JSON.stringify(value)}`)
    return value as T | undefined
  }

  types(): ReadonlySet<TypeName> | undefined {
    const { type } = this.keywords
    if (type === undefined) return undefined
    const names = new Set((Array.isArray(type) ? type : [type]) as TypeName[])
    if (names.has('number')) names.add('integer')
    this.texts.push(`type ${[...names].sort().join()}`)
    return names
  }

  values(): readonly (readonly Json[])[] {
    const lists = [
      ...(this.keywords.enum === undefined ? [] : [this.keywords.enum as readonly Json[]]),
      ...(this.keywords.const === undefined ? [] : [[this.keywords.const]]),
    ]
    for (const list of lists) this.texts.push(`enum ${[...new Set(list.map(printSorted))].sort().join()}`)
    return lists
  }

  names(keyword: 'required'): readonly string[] {
    const names = [...new Set((this.keywords[keyword] ?? []) as readonly string[])]
    if (names.length > 0) this.texts.push(`${keyword} ${JSON.stringify(names.toSorted())}`)
    return names
  }

  one(keyword: Keyword): SchemaNode | undefined {
    const part = this.keywords[keyword]
    if (part === undefined) return undefined
    const node = this.below(part)
    this.texts.push(`${keyword} ${node.id}`)
    return node
  }

  list(keyword: Keyword): readonly SchemaNode[] {
    const nodes = (this.keywords[keyword] as readonly Json[]).map(this.below)
    this.texts.push(`${keyword} ${nodes.map(({ id }) => id).join()}`)
    return nodes
  }

  /** Schemas whose order does not matter. */
  set(keyword: 'allOf' | 'anyOf' | 'oneOf'): readonly SchemaNode[] | undefined {
    const parts = this.keywords[keyword] as readonly Json[] | undefined
    if (parts === undefined) return undefined
    const nodes = parts.map(this.below)
    this.texts.push(
      `${keyword} ${nodes
        .map(({ id }) => id)
        .toSorted((a, b) => a - b)
        .join()}`,
    )
    return nodes
  }

  map<T>(keyword: Keyword, each: (value: Json) => readonly [T, string]): (readonly [string, T])[] {
    const entries = Object.entries((this.keywords[keyword] ?? {}) as JsonObject)
    const texts: string[] = []
    const read = entries.map(([name, value]) => {
      const [part, text] = each(value)
      texts.push(`${JSON.stringify(name)}:${text}`)
      return [name, part] as const
    })
    if (texts.length > 0) this.texts.push(`${keyword} ${texts.sort().join()}`)
    return read
  }

  schemas(keyword: Keyword): (readonly [string, SchemaNode])[] {
    return this.map(keyword, (value) => {
      const node = this.below(value)
      return [node, String(node.id)]
    })
  }

  isList(keyword: Keyword): boolean {
    return Array.isArray(this.keywords[keyword])
  }
}

const given = <T extends object>(limits: T): T =>
  Object.fromEntries(Object.entries(limits).filter(([, value]) => value !== undefined)) as T

const numberLimits = (reading: Reading): NumberLimits | undefined =>
  reading.has('minimum', 'exclusiveMinimum', 'maximum', 'exclusiveMaximum', 'multipleOf')
    ? given({
        min: reading.plain<number>('minimum'),
        exclusiveMin: reading.plain<number>('exclusiveMinimum'),
        max: reading.plain<number>('maximum'),
        exclusiveMax: reading.plain<number>('exclusiveMaximum'),
        multipleOf: reading.plain<number>('multipleOf'),
      })
    : undefined

const stringLimits = (reading: Reading): StringLimits | undefined =>
  reading.has('minLength', 'maxLength', 'pattern', 'format')
    ? given({
        minLength: reading.plain<number>('minLength'),
        maxLength: reading.plain<number>('maxLength'),
        pattern: reading.plain<string>('pattern'),
        format: reading.plain<string>('format'),
      })
    : undefined

/** Draft-07, sections 6.4.2 and 6.6: some keywords say nothing without another. */
const conditionOf = (reading: Reading): SchemaNode['condition'] => {
  if (!reading.has('if') || !reading.has('then', 'else')) return undefined
  const [condition, then, otherwise] = (['if', 'then', 'else'] as const).map((keyword) =>
    reading.one(keyword),
  )
  return condition && { if: condition, then, else: otherwise }
}

const arrayLimits = (reading: Reading): ArrayLimits | undefined => {
  if (!reading.has('items', 'minItems', 'maxItems', 'uniqueItems', 'contains')) return undefined
  const isTuple = reading.isList('items')
  return {
    prefix: isTuple ? reading.list('items') : [],
    unique: reading.plain('uniqueItems') === true,
    ...given({
      rest: reading.one(isTuple ? 'additionalItems' : 'items'),
      minItems: reading.plain<number>('minItems'),
      maxItems: reading.plain<number>('maxItems'),
      contains: reading.one('contains'),
    }),
  }
}

const objectKeywords = [
  ...(['properties', 'patternProperties', 'additionalProperties', 'required', 'minProperties'] as const),
  ...(['maxProperties', 'propertyNames', 'dependencies'] as const),
]

const objectLimits = (reading: Reading): ObjectLimits | undefined => {
  if (!reading.has(...objectKeywords)) return undefined
  const dependencies = reading.map<readonly string[] | SchemaNode>('dependencies', (needed) => {
    if (Array.isArray(needed)) return [needed as readonly string[], JSON.stringify(needed.toSorted())]
    const node = reading.below(needed)
    return [node, String(node.id)]
  })
  return {
    properties: new Map(reading.schemas('properties')),
    patterns: reading.schemas('patternProperties'),
    required: reading.names('required'),
    dependencies: new Map(dependencies),
    ...given({
      additional: reading.one('additionalProperties'),
      minProperties: reading.plain<number>('minProperties'),
      maxProperties: reading.plain<number>('maxProperties'),
      names: reading.one('propertyNames'),
    }),
  }
}
