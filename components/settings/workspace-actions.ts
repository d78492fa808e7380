import type { JobStarted } from '@/contracts/job'
import type { ConnectedWorkspace, ConnectWorkspace, WorkspaceCheck } from '@/contracts/workspace'
import type { Action } from '../data/action'

export type WorkspaceActions = {
  readonly checkWorkspace: Action<ConnectWorkspace, WorkspaceCheck>
  readonly connectWorkspace: Action<ConnectWorkspace, ConnectedWorkspace>
  readonly removeWorkspace: Action<{ readonly id: string }, null>
  readonly syncWorkspace: Action<{ readonly id: string }, JobStarted>
  readonly removeDemo: Action<object, null>
}
