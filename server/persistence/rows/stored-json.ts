import type { z } from 'zod'
import { isJsonObject, type Json, type JsonObject } from '@/domain/plan/json'
import { Prisma } from '../generated/client'

/**
 * A value of our own making for a json column; null becomes the column's NULL. Not for what came from outside: the
 * typed client drops a key named `__proto__` on its way in, so that is written as text with a cast.
 */
export const jsonOrNull = (value: unknown): Prisma.InputJsonValue | typeof Prisma.DbNull =>
  // The client's own type of JSON cannot say readonly.
  value === null || value === undefined ? Prisma.DbNull : (value as Prisma.InputJsonValue)

/** Reads a json column that may be NULL. Throws on a shape that no version of the product wrote. */
export const parsedOrNull = <T extends z.ZodType>(shape: T, value: unknown): z.infer<T> | null =>
  value === null ? null : shape.parse(value)

/** A json column that holds an object, as it is: a parser would drop a key named `__proto__`. */
export const jsonObject = (value: unknown): JsonObject => {
  if (!isJsonObject(value)) throw new Error('A stored value is no JSON object.')
  return value
}

/** A json column as the driver parsed it, whatever it holds. */
export const storedJson = (value: Prisma.JsonValue): Json => value as Json
