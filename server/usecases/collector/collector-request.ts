/** A request below `/v1/`, whatever server it came to. */
export type CollectorRequest = {
  readonly method: string
  /** What follows `/v1/`, decoded: `['track']`, `['projects', key, 'settings']`. */
  readonly path: readonly string[]
  readonly authorization: string | null
  readonly contentEncoding: string | null
  /** Fails with `too-large` when it holds more bytes than given. */
  readonly body: (limit: number) => Promise<Uint8Array>
}

export type CollectorAnswer = {
  readonly status: number
  readonly body: string | null
  readonly headers: Readonly<Record<string, string>>
}
