import type { RuleId } from '@/domain/plan/rule'

/** `body` is empty once it is deleted. */
export type StoredComment = {
  readonly id: string
  readonly by: string
  readonly byName: string
  readonly at: string
  readonly body: string
  readonly editedAt: string | null
  readonly deletedAt: string | null
  /** JSON text of the schema that should stand at the thread's place. */
  readonly suggestion: string | null
  readonly applied: { readonly byName: string; readonly at: string } | null
}

/** On a whole request where `rule` is null; `pointer` is a place in the messages of the rule. */
export type CommentThread = {
  readonly id: string
  readonly rule: RuleId | null
  readonly pointer: string | null
  readonly at: string
  readonly resolved: { readonly by: string; readonly byName: string; readonly at: string } | null
  /** Oldest first. */
  readonly comments: readonly StoredComment[]
}

/** Whoever writes here holds the lock of the request. */
export type CommentStore = {
  /** Oldest first. */
  readonly threads: (changeRequestId: string) => Promise<readonly CommentThread[]>
  readonly addThread: (
    changeRequestId: string,
    thread: Pick<CommentThread, 'id' | 'rule' | 'pointer' | 'at'>,
  ) => Promise<void>
  readonly add: (
    threadId: string,
    comment: Pick<StoredComment, 'id' | 'by' | 'at' | 'body' | 'suggestion'>,
  ) => Promise<void>
  readonly edit: (id: string, change: { readonly body: string; readonly at: string }) => Promise<void>
  /** Takes the words away and keeps the place. */
  readonly delete: (id: string, at: string) => Promise<void>
  /** Marks a suggestion as taken over. */
  readonly applied: (id: string, by: string, at: string) => Promise<void>
  /** Null reopens. */
  readonly settle: (
    threadId: string,
    resolved: { readonly by: string; readonly at: string } | null,
  ) => Promise<void>
}
