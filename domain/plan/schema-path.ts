import { type ExactJson, type ExactObject, isExactArray, isExactObject } from './exact-json'
import { isSchemaListKeyword, isSchemaMapKeyword } from './schema-keywords'
import { pointerOf, pointerSegments } from './schema-pointer'

export type RowEditRefusal = {
  readonly code: 'not-found' | 'not-a-property' | 'name-taken' | 'unreadable'
  readonly message: string
}

export type SchemaUpdated =
  | { readonly ok: true; readonly schema: ExactJson }
  | { readonly ok: false; readonly refusal: RowEditRefusal }

export class Refusal {
  constructor(readonly refusal: RowEditRefusal) {}
}

export const refuse = (code: RowEditRefusal['code'], message: string) => new Refusal({ code, message })

type Step = (node: ExactObject) => ExactObject | Refusal

/** Copies the way down to a node and lets `step` make a new one of it. */
export const atNode = (schema: ExactJson, pointer: string, step: Step): SchemaUpdated => {
  const result = descend(schema, pointerSegments(pointer), step)
  return result instanceof Refusal ? { ok: false, refusal: result.refusal } : { ok: true, schema: result }
}

const descend = (
  value: ExactJson | undefined,
  segments: readonly string[],
  step: Step,
): ExactJson | Refusal => {
  const [segment, ...rest] = segments
  if (segment === undefined)
    return isExactObject(value)
      ? step(value)
      : refuse('unreadable', 'No keywords stand here; edit the row as JSON.')
  if (isExactArray(value)) {
    const child = descend(value[Number(segment)], rest, step)
    return child instanceof Refusal ? child : value.map((item, i) => (i === Number(segment) ? child : item))
  }
  if (!isExactObject(value) || !Object.hasOwn(value, segment))
    return refuse('not-found', `${show(segment)} is not in the schema.`)
  const child = descend(value[segment], rest, step)
  return child instanceof Refusal ? child : set(value, segment, child)
}

/** The object that holds a property, and the property's name. */
export const atProperty = (
  schema: ExactJson,
  pointer: string,
  step: (holder: ExactObject, name: string) => ExactObject | Refusal,
): SchemaUpdated => {
  const segments = pointerSegments(pointer)
  const name = segments.at(-1)
  if (name === undefined || !namesProperty(segments))
    return { ok: false, refusal: { code: 'not-a-property', message: `${show(pointer)} names no property.` } }
  return atNode(schema, pointerOf(segments.slice(0, -2)), (holder) =>
    Object.hasOwn(propertiesOf(holder), name)
      ? step(holder, name)
      : refuse('not-found', `${show(name)} is not in the schema.`),
  )
}

/**
 * Whether a place in a schema is a property's. Read from the root, since a property may itself be called `properties`
 * or `items`.
 */
export const namesProperty = (segments: readonly string[]): boolean => {
  let at = 0
  let isProperty = false
  while (at < segments.length) {
    const [keyword = '', next] = segments.slice(at, at + 2)
    const isInList = isSchemaListKeyword(keyword) && /^\d+$/.test(next ?? '')
    isProperty = keyword === 'properties' && next !== undefined
    at += isSchemaMapKeyword(keyword) || isInList ? 2 : 1
  }
  return isProperty
}

export const propertiesOf = ({ properties }: ExactObject): ExactObject =>
  isExactObject(properties) ? properties : {}

/** Keeps the order of keys; `fromEntries` defines own properties, so `__proto__` is a key like any other. */
export const set = (object: ExactObject, key: string, value: ExactJson): ExactObject =>
  Object.hasOwn(object, key)
    ? Object.fromEntries(Object.entries(object).map(([name, item]) => [name, name === key ? value : item]))
    : Object.fromEntries([...Object.entries(object), [key, value]])

export const unset = (object: ExactObject, key: string): ExactObject =>
  Object.fromEntries(Object.entries(object).filter(([name]) => name !== key))

export const show = (text: string): string => JSON.stringify(text)
