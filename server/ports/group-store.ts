import type { ReviewerGroup } from '@/domain/review/policy'

export type StoredGroup = ReviewerGroup & { readonly workspaceId: string }

/** Groups of reviewers; they belong to a workspace, and the policies of its plans name them. */
export type GroupStore = {
  /** By name; those of one workspace, or of all. */
  readonly list: (workspaceId?: string) => Promise<readonly StoredGroup[]>
  /** Nobody else adds, changes or takes away a group of the workspace until the transaction ends. */
  readonly lock: (workspaceId: string) => Promise<void>
  readonly find: (id: string) => Promise<StoredGroup | null>
  /** Adds a group, or changes name and members of the one with this id. */
  readonly save: (group: StoredGroup) => Promise<void>
  readonly remove: (id: string) => Promise<void>
}
