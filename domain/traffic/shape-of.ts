import { isJsonObject, type Json } from '../plan/json'
import { hashText } from '../plan/rule-hash'
import { childPointer } from '../plan/schema-pointer'
import { maskName } from './mask/mask-value'

/** Which paths a call carries, with their JSON types: `/properties/total number`. Indices are `*`. */
export type ShapeOfCall = { readonly id: string; readonly paths: readonly string[] }

/** Paths of one shape; what a call holds beyond is not told apart. */
const mostPaths = 300
const deepest = 16

/**
 * The shape of a call, sorted by path; names are masked as in the call itself. Two calls have one id exactly when they
 * have the same paths and types.
 */
export const shapeOf = (call: Json): ShapeOfCall => {
  const paths = new Set<string>()
  collect(call, '', 0, paths)
  const sorted = [...paths].sort()
  const text = sorted.join('\n')
  const known = remembered.get(text)
  if (known) return known
  if (remembered.size >= mostRemembered) remembered.clear()
  const shape = { id: hashText(text).slice(0, 32), paths: sorted }
  remembered.set(text, shape)
  return shape
}

/** Most calls have one of a few shapes. */
const remembered = new Map<string, ShapeOfCall>()
const mostRemembered = 1_000

const collect = (value: Json, path: string, depth: number, paths: Set<string>): void => {
  if (paths.size >= mostPaths) return
  if (depth > 0) paths.add(`${path} ${typeName(value)}`)
  if (depth >= deepest) return
  if (isJsonObject(value))
    for (const [name, part] of Object.entries(value))
      collect(part, childPointer(path, maskName(name)), depth + 1, paths)
  else if (typeof value === 'object' && value !== null)
    for (const item of value as readonly Json[]) collect(item, `${path}/*`, depth + 1, paths)
}

const typeName = (value: Json): string => {
  if (value === null) return 'null'
  if (Array.isArray(value)) return 'array'
  if (typeof value === 'number') return Number.isInteger(value) ? 'integer' : 'number'
  return typeof value
}
