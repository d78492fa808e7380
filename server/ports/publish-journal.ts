import type { Json } from '@/domain/plan/json'

export type PublishBatch = {
  readonly ordinal: number
  readonly kind: 'upsert' | 'remove'
  readonly operations: Json
  readonly sentAt: string | null
  readonly answeredAt: string | null
  readonly error: { readonly code: string; readonly message: string } | null
}

/** What a publish decided to send, and what became of each batch; survives a kill between any two steps. */
export type PublishJournal = {
  /** Records batches before any of them is sent. An ordinal is written once; a later plan of the same job goes on counting. */
  readonly plan: (
    jobId: string,
    batches: readonly Pick<PublishBatch, 'ordinal' | 'kind' | 'operations'>[],
  ) => Promise<void>
  readonly batches: (jobId: string) => Promise<readonly PublishBatch[]>
  readonly sent: (jobId: string, ordinal: number, at: string) => Promise<void>
  readonly answered: (
    jobId: string,
    ordinal: number,
    at: string,
    error: PublishBatch['error'],
  ) => Promise<void>
}
