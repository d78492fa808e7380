import type { JsonObject } from '@/sandbox/world/json'

export const faultKinds = [
  'status',
  'html-502',
  'cut-before',
  'cut-after-commit',
  'delay',
  'rate-limit',
  'feature-off',
  'truncate-page',
  'drop-field',
  'not-json',
] as const

/** Something that goes wrong on purpose. `path` is a regular expression over the path without its query. */
export type Fault = {
  match: { method?: string; path?: string }
  /** How many requests it hits; null until cleared. */
  times: number | null
  /** How many matching requests pass before the first hit. */
  after: number
  do: (typeof faultKinds)[number]
  status?: number
  body?: JsonObject | string
  headers?: Record<string, string>
  /** `delay`: how long; `rate-limit`: how long until the next try is welcome. */
  ms?: number
  /** `drop-field`: dotted path into the answer, `*` for every array element. */
  field?: string
  /** `status`, `html-502`: do the work first, then answer so. */
  afterCommit?: boolean
}

export type ArmedFault = Fault & { id: number; seen: number; hits: number }
