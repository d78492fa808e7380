import type { DigestView, SaveDigest } from '@/contracts/digest'
import type { Action } from '../data/action'

export type AccountActions = {
  readonly endSession: Action<{ readonly id: string }, null>
  readonly endOtherSessions: Action<object, null>
  readonly saveDigest: Action<SaveDigest, DigestView>
}
