/** A person on a request; `ruleKeys` of the events that they are editing. */
export type PresentPerson = {
  readonly id: string
  readonly name: string
  readonly ruleKeys: readonly string[]
}

/** One tab of one person's browser on one request. */
export type PresentTab = { readonly requestId: string; readonly personId: string; readonly tab: string }

export type PresenceStore = {
  /** A tab is open now; `ruleKey` of the event that is edited in it. */
  readonly beat: (tab: PresentTab, ruleKey: string | null, at: string) => Promise<void>
  readonly leave: (tab: PresentTab) => Promise<void>
  /** Everybody whose tabs have told of themselves since an instant, by name. */
  readonly since: (requestId: string, at: string) => Promise<readonly PresentPerson[]>
  /** Forgets tabs that told of themselves last before an instant. */
  readonly prune: (before: string) => Promise<void>
}
