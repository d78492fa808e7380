export type Problem = { readonly code: string; readonly message: string; readonly at: string }

export type Workspace = {
  readonly id: string
  readonly segmentId: string
  readonly name: string
  readonly slug: string
  readonly region: 'us' | 'eu'
  readonly apiUrl: string
  readonly tokenSealed: string
  readonly demo: boolean
  readonly problem: Problem | null
  readonly connectedAt: string
}

export type WorkspaceStore = {
  readonly list: () => Promise<readonly Workspace[]>
  readonly find: (id: string) => Promise<Workspace | null>
  readonly findBySegmentId: (segmentId: string, apiUrl: string) => Promise<Workspace | null>
  readonly add: (workspace: Workspace) => Promise<void>
  readonly replaceToken: (id: string, tokenSealed: string, name: string) => Promise<void>
  /** The same workspace at another address (the sandbox listens on another port). */
  readonly setApiUrl: (id: string, apiUrl: string) => Promise<void>
  readonly setProblem: (id: string, problem: Problem | null) => Promise<void>
  /** Removes the workspace and everything that belongs to it; the audit chain stays. */
  readonly remove: (id: string) => Promise<void>
}
