import type { z } from 'zod'
import { readAnswer } from './read-answer'

/** Asks a question over `/api/v1` that is too long for an address; changes nothing. Fails as `readAnswer` does. */
export const postJson = <T extends z.ZodType>(
  path: string,
  body: unknown,
  view: T,
  signal?: AbortSignal,
): Promise<z.output<T>> =>
  readAnswer(path, view, {
    method: 'POST',
    body: JSON.stringify(body),
    headers: { 'Content-Type': 'application/json' },
    signal,
  })
