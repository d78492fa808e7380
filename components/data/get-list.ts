import type { z } from 'zod'
import { type Listing, listOf } from '@/contracts/listing'
import { getJson } from './get-json'

/** `getJson` for one page of a list. */
export const getList = <T extends z.ZodType>(
  path: string,
  item: T,
  signal?: AbortSignal,
): Promise<Listing<z.output<T>>> => getJson(path, listOf(item), signal)
