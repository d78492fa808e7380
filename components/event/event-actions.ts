import type { ChangeRequestView, CreateChangeRequest, SaveEdits } from '@/contracts/change-request'
import type { ActionResult } from '@/contracts/failure'
import type { RepairAction } from '../repair/use-repair'

type Action<Input> = (input: Input) => Promise<ActionResult<ChangeRequestView>>

/** What the event page may ask the server to do. */
export type EventActions = {
  readonly createChangeRequest: Action<CreateChangeRequest & { readonly plan: string }>
  readonly repair: RepairAction
  readonly saveEdits: Action<SaveEdits & { readonly plan: string; readonly number: number }>
}
