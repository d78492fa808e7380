/** `body` is empty once it is deleted. */
export type ViolationComment = {
  readonly id: string
  readonly violationId: string
  readonly by: string
  readonly byName: string
  readonly at: string
  readonly body: string
  readonly editedAt: string | null
  readonly deletedAt: string | null
}

/** Whoever writes here holds the lock of the violation. */
export type ViolationCommentStore = {
  /** Oldest first. */
  readonly ofViolation: (violationId: string) => Promise<readonly ViolationComment[]>
  readonly find: (id: string) => Promise<ViolationComment | null>
  /** All comments of the violations in which one of the names stands after an `@`, of each violation oldest first. */
  readonly whereNamed: (names: readonly string[]) => Promise<readonly ViolationComment[]>
  readonly add: (comment: {
    readonly id: string
    readonly violationId: string
    readonly by: string
    readonly at: string
    readonly body: string
  }) => Promise<void>
  readonly edit: (id: string, edit: { readonly body: string; readonly at: string }) => Promise<void>
  readonly remove: (id: string, at: string) => Promise<void>
}
