export type IdempotentAnswer = { readonly status: number; readonly answer: string }

export type IdempotencyStore = {
  /**
   * Keys are good for 24 hours; one whose first request never finished is free again after two minutes.
   * `new`: the caller owns the key and must `finish` it. `done`: the stored answer. `busy`: the first request is
   * still running. `mismatch`: the key was used for another request.
   */
  readonly begin: (
    personId: string,
    key: string,
    requestHash: string,
    at: string,
  ) => Promise<
    { readonly state: 'new' | 'busy' | 'mismatch' } | ({ readonly state: 'done' } & IdempotentAnswer)
  >
  readonly finish: (personId: string, key: string, answer: IdempotentAnswer) => Promise<void>
  readonly forget: (personId: string, key: string) => Promise<void>
  /** Drops keys that began before an instant. */
  readonly prune: (before: string) => Promise<void>
}
