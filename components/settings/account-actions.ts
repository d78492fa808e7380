import type { Action } from '../data/action'

export type AccountActions = {
  readonly endSession: Action<{ readonly id: string }, null>
  readonly endOtherSessions: Action<object, null>
}
