import type { ChangeRequestView } from '@/contracts/change-request'
import type { RequestWork } from './use-request-work'
import type { SeenEdits } from './use-seen-edits'

/** What every part of the request's page stands on. */
export type RequestPanel = {
  readonly view: ChangeRequestView
  readonly work: RequestWork
  readonly seen: SeenEdits
}
