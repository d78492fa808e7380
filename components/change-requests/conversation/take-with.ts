import type { ReviewView } from '@/contracts/review-view'
import type { RequestWork } from '../use-request-work'

/** Takes a suggestion over into the edits that are on the screen. */
export type TakeSuggestion = {
  readonly mutate: (comment: string) => void
  readonly isPending: boolean
  /** The comment whose suggestion was last taken, and what came in the way. */
  readonly pendingId: string | null
  readonly failure: Error | null
}

export const takeWith = (
  { takeSuggestion }: Pick<RequestWork, 'takeSuggestion'>,
  { fingerprint }: Pick<ReviewView, 'fingerprint'>,
): TakeSuggestion => ({
  mutate: (id) => takeSuggestion.mutate({ id, fingerprint }),
  isPending: takeSuggestion.isPending,
  pendingId: takeSuggestion.variables?.id ?? null,
  failure: takeSuggestion.error,
})
