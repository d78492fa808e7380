import { isJsonObject, type Json, type JsonObject } from '../plan/json'
import { printSorted } from '../plan/print-json'
import { isSchemaKeyword, isSchemaListKeyword, isSchemaMapKeyword } from '../plan/schema-keywords'
import { isJudged, type Keyword, understood } from './keyword-shapes'
import { changesBase, resolveReference } from './resolve-reference'
import type { ArrayLimits, ObjectLimits, SchemaNode, TypeName } from './schema-node'

/** Reads schemas of several documents into nodes, equal ones into the same node. */
export class SchemaReader {
  private readonly nodes = new Map<string, SchemaNode>()
  private readonly texts = new Map<Json, string>()
  private readonly roots = new Map<Json, number>()
  private readonly rebased = new Map<Json, boolean>()
  readonly everything = this.read(true, true)
  readonly nothing = this.read(false, false)

  /** `root` is the document that references in `schema` point into. */
  read(schema: Json, root: Json): SchemaNode {
    const key = this.keyOf(schema, root)
    const known = this.nodes.get(key)
    if (known) return known
    const node = { ...this.build(schema, root), id: this.nodes.size }
    // Building may have met an equal schema further in only if it is its own part, which text cannot be.
    this.nodes.set(key, node)
    return node
  }

  private keyOf(schema: Json, root: Json): string {
    const text = judgedText(schema, this.texts)
    if (!text.includes('"$ref"')) return text
    const number = this.roots.get(root) ?? this.roots.size
    this.roots.set(root, number)
    return `${number} ${text}`
  }

  private build(schema: Json, root: Json): Omit<SchemaNode, 'id'> {
    if (typeof schema === 'boolean') return { possible: schema, values: [], allOf: [] }
    if (!isJsonObject(schema)) return unreadable(`${printSorted(schema)} stands where a schema should`)
    if (Object.hasOwn(schema, '$ref')) return this.buildReference(schema.$ref ?? null, root)
    const { limits, opaque } = judgedPart(schema)
    const below = (part: Json) => this.read(part, root)
    const list = (part: Json | undefined) => (part as readonly Json[] | undefined)?.map(below)
    const types = limits.type === undefined ? undefined : typesOf(limits.type)
    const conditional = limits.if !== undefined && (limits.then !== undefined || limits.else !== undefined)
    return {
      possible: true,
      values: [
        ...(limits.enum === undefined ? [] : [limits.enum as readonly Json[]]),
        ...(limits.const === undefined ? [] : [[limits.const]]),
      ],
      allOf: list(limits.allOf) ?? [],
      ...(types && { types }),
      ...(limits.anyOf !== undefined && { anyOf: list(limits.anyOf) }),
      ...(limits.oneOf !== undefined && { oneOf: list(limits.oneOf) }),
      ...(limits.not !== undefined && { not: below(limits.not) }),
      ...(conditional && {
        condition: {
          if: below(limits.if ?? true),
          // biome-ignore lint/suspicious/noThenProperty: it is the keyword's name
          then: below(limits.then ?? true),
          else: below(limits.else ?? true),
        },
      }),
      number: {
        ...count('min', limits.minimum),
        ...count('exclusiveMin', limits.exclusiveMinimum),
        ...count('max', limits.maximum),
        ...count('exclusiveMax', limits.exclusiveMaximum),
        ...count('multipleOf', limits.multipleOf),
      },
      string: {
        ...count('minLength', limits.minLength),
        ...count('maxLength', limits.maxLength),
        ...text('pattern', limits.pattern),
        ...text('format', limits.format),
      },
      array: arrayLimits(limits, below),
      object: objectLimits(limits, below),
      ...(opaque !== undefined && { opaque }),
    }
  }

  private buildReference(reference: Json, root: Json): Omit<SchemaNode, 'id'> {
    if (typeof reference !== 'string') return unreadable('a $ref that is no text')
    const rebased = this.rebased.get(root) ?? changesBase(root)
    this.rebased.set(root, rebased)
    if (rebased) return unreadable('a $ref in a schema that changes its base by $id')
    const target = resolveReference(reference, root)
    if (target === undefined) return unreadable(`the reference ${reference}, which is not resolved`)
    return { possible: true, values: [], allOf: [], reference: () => this.read(target, root) }
  }
}

type Limits = { readonly [keyword in Keyword]?: Json }

// The shapes of the values have been looked at in `judgedPart`.
const count = <K extends string>(name: K, value: Json | undefined): { readonly [key in K]?: number } =>
  (value === undefined ? {} : { [name]: value }) as { [key in K]?: number }

const text = <K extends string>(name: K, value: Json | undefined): { readonly [key in K]?: string } =>
  (value === undefined ? {} : { [name]: value }) as { [key in K]?: string }

const unreadable = (opaque: string) => ({ possible: true, values: [], allOf: [], opaque })

/** Draft-04 spellings come before this in `canonicalForm`; what is left and has the wrong shape cannot be judged. */
const judgedPart = (schema: JsonObject): { limits: Limits; opaque?: string } => {
  const stated = Object.entries(schema).filter(([keyword, value]) => isJudged(keyword, value))
  const wrong = stated.filter(([keyword, value]) => !understood(keyword as Keyword, value))
  const limits = Object.fromEntries(stated.filter((entry) => !wrong.includes(entry)))
  if (wrong.length === 0) return { limits }
  return {
    limits,
    opaque: wrong.map(([keyword, value]) => `"${keyword}": ${printSorted(value)}`).join(', '),
  }
}

type SeenTexts = Map<Json, string>

/** The schema without what validation does not see, keys sorted. */
const judgedText = (schema: Json, seen: SeenTexts): string => {
  if (!isJsonObject(schema)) return printSorted(schema)
  const known = seen.get(schema)
  if (known !== undefined) return known
  const parts = Object.hasOwn(schema, '$ref')
    ? [`"$ref":${printSorted(schema.$ref ?? null)}`]
    : Object.keys(schema)
        .filter((keyword) => isJudged(keyword, schema[keyword] ?? null))
        .sort()
        .map((keyword) => `${JSON.stringify(keyword)}:${keywordText(keyword, schema[keyword] ?? null, seen)}`)
  const text = parts.length === 0 ? 'true' : `{${parts.join(',')}}`
  seen.set(schema, text)
  return text
}

const keywordText = (keyword: string, value: Json, seen: SeenTexts): string => {
  if (Array.isArray(value))
    return isSchemaListKeyword(keyword)
      ? `[${value.map((part) => judgedText(part, seen)).join(',')}]`
      : printSorted(value)
  if (isSchemaMapKeyword(keyword) && isJsonObject(value)) return mapText(value, seen)
  return isSchemaKeyword(keyword) ? judgedText(value, seen) : printSorted(value)
}

const mapText = (value: JsonObject, seen: SeenTexts): string => {
  const entries = Object.keys(value)
    .sort()
    .map((name) => {
      const part = value[name] ?? null
      return `${JSON.stringify(name)}:${Array.isArray(part) ? printSorted(part) : judgedText(part, seen)}`
    })
  return `{${entries.join(',')}}`
}

const typesOf = (type: Json): ReadonlySet<TypeName> => {
  const names = new Set((Array.isArray(type) ? type : [type]) as TypeName[])
  return names.has('number') ? names.add('integer') : names
}

const arrayLimits = (limits: Limits, below: (part: Json) => SchemaNode): ArrayLimits => {
  const { items, additionalItems } = limits
  const tuple = Array.isArray(items)
  const rest = tuple ? additionalItems : items
  return {
    prefix: tuple ? items.map(below) : [],
    unique: limits.uniqueItems === true,
    ...(rest !== undefined && { rest: below(rest) }),
    ...count('minItems', limits.minItems),
    ...count('maxItems', limits.maxItems),
    ...(limits.contains !== undefined && { contains: below(limits.contains) }),
  }
}

const objectLimits = (limits: Limits, below: (part: Json) => SchemaNode): ObjectLimits => {
  const entries = (part: Json | undefined) => Object.entries((part ?? {}) as JsonObject)
  return {
    properties: new Map(entries(limits.properties).map(([name, part]) => [name, below(part)])),
    patterns: entries(limits.patternProperties).map(([pattern, part]) => [pattern, below(part)] as const),
    required: (limits.required ?? []) as readonly string[],
    dependencies: new Map(
      entries(limits.dependencies).map(([name, part]) => [
        name,
        Array.isArray(part) ? (part as readonly string[]) : below(part),
      ]),
    ),
    ...(limits.additionalProperties !== undefined && { additional: below(limits.additionalProperties) }),
    ...count('minProperties', limits.minProperties),
    ...count('maxProperties', limits.maxProperties),
    ...(limits.propertyNames !== undefined && { names: below(limits.propertyNames) }),
  }
}
