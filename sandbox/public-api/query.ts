import qs from 'qs'
import { isObject, type JsonObject } from '@/sandbox/world/json'

/**
 * Reads a query string as a qs-based server does: brackets and dots nest, and a list of more than 20 entries
 * becomes an object with number-like keys.
 */
export const readQuery = (url: string): JsonObject => {
  const start = url.indexOf('?')
  const parsed: unknown =
    start < 0 ? {} : qs.parse(url.slice(start + 1), { allowDots: true, parameterLimit: 5_000 })
  return isObject(parsed) ? parsed : {}
}

/** A list given as `name[0]=`, repeated `name=`, or `name=a,b`. */
export const listOf = (value: unknown): string[] => {
  if (typeof value === 'string') return value === '' ? [] : value.split(',')
  if (Array.isArray(value)) return value.map(String)
  return isObject(value) ? Object.values(value).map(String) : []
}
