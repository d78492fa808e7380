import { _, type CodeKeywordDefinition, type KeywordCxt, type Name } from 'ajv'
import { isMultiple } from '../plan/is-multiple'
import { isJsonObject, type Json } from '../plan/json'
import { jsonEqual } from '../plan/json-equal'
import { printSorted } from '../plan/print-json'

/** `refuses` is made once for the schema of the keyword, and asked for every value. */
const keyword = (
  name: string,
  { type, schemaType }: Pick<CodeKeywordDefinition, 'type' | 'schemaType'>,
  param: string,
  refuses: (schema: never) => (value: never) => boolean,
): CodeKeywordDefinition => ({
  keyword: name,
  ...(type === undefined ? {} : { type }),
  ...(schemaType === undefined ? {} : { schemaType }),
  error: {
    message: '',
    params: ({ schemaCode }) => _`{${param}: ${schemaCode}}`,
  },
  code: (context: KeywordCxt) => {
    const asked = context.gen.scopeValue('func', { ref: refuses(context.schema as never) })
    context.fail(_`${asked}(${context.data})`)
  },
})

/**
 * Keywords that stand in for the validator's own, which compare objects by `valueOf` and `constructor` even where
 * those are names of properties, compare every item of a list with every other, divide binary fractions where JSON
 * writes decimal ones, and count the characters of texts that are plainly short enough.
 */
export const ownKeywords: readonly CodeKeywordDefinition[] = [
  keyword('const', {}, 'allowedValue', (value: Json) => isNoneOf([value])),
  keyword('enum', { schemaType: 'array' }, 'allowedValues', isNoneOf),
  keyword('uniqueItems', { type: 'array', schemaType: 'boolean' }, 'isAsked', (isAsked: boolean) =>
    isAsked ? hasDuplicates : () => false,
  ),
  keyword(
    'multipleOf',
    { type: 'number', schemaType: 'number' },
    'multipleOf',
    (divisor: number) => (value: number) => !isMultiple(value, divisor),
  ),
  keyword(
    'maxLength',
    { type: 'string', schemaType: 'number' },
    'limit',
    (most: number) => (text: string) => text.length > most && characters(text) > most,
  ),
  keyword(
    'minLength',
    { type: 'string', schemaType: 'number' },
    'limit',
    (least: number) => (text: string) =>
      text.length < least || (text.length < 2 * least && characters(text) < least),
  ),
]

function isNoneOf(values: readonly Json[]): (value: Json) => boolean {
  const plain = new Set(values.filter((value) => typeof value !== 'object' || value === null))
  const others = values.filter((value) => typeof value === 'object' && value !== null)
  return (value) =>
    typeof value !== 'object' || value === null
      ? !plain.has(value)
      : !others.some((other) => jsonEqual(other, value))
}

const hasDuplicates = (items: readonly Json[]): boolean => {
  if (items.length < 2) return false
  const seen = new Set<string>()
  for (const item of items) {
    const text = printSorted(item)
    if (seen.has(text)) return true
    seen.add(text)
  }
  return false
}

/** JSON Schema draft-07, section 6.3: characters as Unicode counts them, not code units. */
const characters = (text: string): number => {
  let count = 0
  for (const _character of text) count += 1
  return count
}

/** Nodes that plan every name that an object may have: an error of `properties` tells that there are others. */
export const plannedNodes = new WeakSet<object>()

/**
 * `properties` and `required`, which go over the names that an object has rather than over those that it may have
 * where every name is planned: that tells unplanned ones, too, and costs less than asking for each by name, since the
 * engine knows where the value of a name stands that it has just come by.
 */
export const planKeywords = (): readonly CodeKeywordDefinition[] => {
  const counters = new WeakMap<object, Name>()
  const properties: CodeKeywordDefinition = {
    keyword: 'properties',
    type: 'object',
    schemaType: 'object',
    error: { message: '', params: () => _`{}` },
    code: (context: KeywordCxt) => {
      if (!plannedNodes.has(context.parentSchema)) return judgeByName(context)
      const { gen, data, parentSchema, it } = context
      const schema: Record<string, Json> = context.schema
      const required = new Set(namesIn(parentSchema.required))
      const found = gen.let('found', 0)
      const isOther = gen.let('isOther', false)
      counters.set(it, found)
      gen.forIn('key', data, (key) => {
        gen.if(false)
        for (const name of Object.keys(schema)) {
          gen.elseIf(_`${key} === ${name}`)
          if (required.has(name)) gen.code(_`${found}++`)
          if (!takesEverything(schema[name]))
            context.subschema(
              { keyword: 'properties', schemaProp: name, dataProp: key, dataPropType: textName },
              gen.name('valid'),
            )
        }
        gen.else().assign(isOther, true).endIf()
      })
      context.fail(isOther)
    },
  }
  const required: CodeKeywordDefinition = {
    keyword: 'required',
    type: 'object',
    schemaType: 'array',
    error: {
      message: '',
      params: ({ params: { missingProperty } }) => _`{missingProperty: ${missingProperty}}`,
    },
    code: (context: KeywordCxt) => {
      const { gen, data, it, parentSchema } = context
      const names: readonly string[] = context.schema
      const found = counters.get(it)
      const isOwn = it.opts.ownProperties
      const ask = () => {
        for (const name of names)
          gen.if(isOwn ? _`!${hasOwn(data, name)}` : _`${data}[${name}] === undefined`, () => {
            context.setParams({ missingProperty: _`${name}` })
            context.error()
          })
      }
      const planned: Json | undefined = parentSchema.properties
      const isCounted =
        found &&
        new Set(names).size === names.length &&
        names.every((name) => isJsonObject(planned) && Object.hasOwn(planned, name))
      if (isCounted) gen.if(_`${found} !== ${names.length}`, ask)
      else ask()
    },
  }
  return [properties, required]
}

/** As the validator's own does. */
const judgeByName = (context: KeywordCxt): void => {
  const { gen, data, it } = context
  const schema: Record<string, Json> = context.schema
  for (const name of Object.keys(schema)) {
    if (takesEverything(schema[name])) continue
    const isOwn = it.opts.ownProperties
    gen.if(isOwn ? hasOwn(data, name) : _`${data}[${name}] !== undefined`, () =>
      context.subschema({ keyword: 'properties', schemaProp: name, dataProp: name }, gen.name('valid')),
    )
  }
}

/** The validator's own mark for the name of a property that is known as text at run time only. */
const textName = 1

const hasOwn = (data: Name, name: string) => _`Object.prototype.hasOwnProperty.call(${data}, ${name})`

const namesIn = (required: unknown): readonly unknown[] => (Array.isArray(required) ? required : [])

const takesEverything = (schema: Json | undefined): boolean =>
  schema === true || (isJsonObject(schema) && Object.keys(schema).length === 0)
