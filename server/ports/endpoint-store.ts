export type Endpoint = {
  readonly id: string
  readonly workspaceId: string
  readonly kind: 'violations' | 'events'
  readonly sourceId: string | null
  readonly secretSealed: string
  /** Of endpoints that libraries send to, by which these name it: its hash for looking it up, and sealed for showing it. */
  readonly writeKey: { readonly hash: string; readonly sealed: string } | null
  readonly createdBy: string
  readonly createdAt: string
  readonly deliveries: number
  readonly lastDeliveryAt: string | null
}

export type EndpointStore = {
  readonly add: (endpoint: Endpoint) => Promise<void>
  readonly find: (id: string) => Promise<Endpoint | null>
  readonly findMany: (ids: readonly string[]) => Promise<readonly Endpoint[]>
  readonly list: () => Promise<readonly Endpoint[]>
  readonly remove: (id: string) => Promise<boolean>
  readonly findByWriteKey: (hash: string) => Promise<Endpoint | null>
  /** The write key is left as it is where none is given. */
  readonly rotate: (
    id: string,
    secretSealed: string,
    writeKey?: { readonly hash: string; readonly sealed: string },
  ) => Promise<boolean>
  readonly delivered: (id: string, at: string, count: number) => Promise<void>
  /** Keeps deliveries that changed nothing, for inspection; the newest 1,000 of an endpoint stay. */
  readonly setAside: (
    endpointId: string,
    deliveries: readonly {
      readonly id: string
      readonly reason: string
      readonly body: string
      readonly at: string
    }[],
  ) => Promise<void>
  readonly setAsideOf: (
    endpointId: string,
    limit: number,
  ) => Promise<
    readonly { readonly id: string; readonly reason: string; readonly body: string; readonly at: string }[]
  >
}
