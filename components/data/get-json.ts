import type { z } from 'zod'
import { readAnswer } from './read-answer'

/** Reads a view over `/api/v1`; fails as `readAnswer` does. */
export const getJson = <T extends z.ZodType>(
  path: string,
  view: T,
  signal?: AbortSignal,
): Promise<z.output<T>> => readAnswer(path, view, { signal })
