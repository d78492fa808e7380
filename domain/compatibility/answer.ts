import type { Json } from '../plan/json'

/** `none` is a proof that no such value exists; `unknown` says nothing. */
export type Answer =
  | { readonly is: 'found'; readonly value: Json }
  | { readonly is: 'none' }
  | { readonly is: 'unknown' }

export const none: Answer = { is: 'none' }
export const found = (value: Json): Answer => ({ is: 'found', value })
