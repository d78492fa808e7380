import type { ReviewView } from '@/contracts/review-view'
import type { RequestWork } from './use-request-work'
import type { SeenEdits } from './use-seen-edits'

/** What every part of the request's page stands on. */
export type RequestPanel = {
  readonly view: ReviewView
  readonly work: RequestWork
  readonly seen: SeenEdits
}
