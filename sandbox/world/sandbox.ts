import type { Counts } from '@/sandbox/counts/counts'
import type { FaultStore } from '@/sandbox/faults/fault-store'
import type { WebhookSender } from '@/sandbox/forwarding/webhook-sender'
import type { PlanStates } from '@/sandbox/world/plan-states'
import type { State } from '@/sandbox/world/state'

/** What every part works on. */
export type Sandbox = {
  state: State
  counts: Counts
  faults: FaultStore
  planStates: PlanStates
  webhooks: WebhookSender
  now: () => number
  /** Says that `state` changed, so that it is saved soon. */
  touch: () => void
}
