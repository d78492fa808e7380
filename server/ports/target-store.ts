/** A plan in a line of stages. `follows` is null for the first one; `promoted` is what it last got of the one it follows. */
export type Target = {
  readonly planId: string
  readonly follows: string | null
  readonly stage: string
  readonly position: number
  readonly promoted: { readonly version: number; readonly at: string } | null
}

export type TargetStore = {
  /** Every target of the installation; few, so that lines are walked in memory. */
  readonly list: () => Promise<readonly Target[]>
  /** The same, and nobody else links or unlinks until the transaction ends. */
  readonly lockAll: () => Promise<readonly Target[]>
  readonly find: (planId: string) => Promise<Target | null>
  /** The same, its row locked until the transaction ends. */
  readonly lock: (planId: string) => Promise<Target | null>
  readonly save: (target: Target) => Promise<void>
  readonly remove: (planId: string) => Promise<void>
}
