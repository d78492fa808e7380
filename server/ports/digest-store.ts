import type { DigestTime } from '@/domain/alerts/digest'
import type { ViolationType } from '@/domain/plan/violation-types'
import type { Mail } from './notifier'

/** The letters that a person asked for. `toldAt`: up to when the last one told; `nextAt`: when the next one is due. */
export type Digest = DigestTime & {
  readonly personId: string
  readonly toldAt: string
  readonly nextAt: string
}

/** Something that happened to a violation, as a letter tells it. */
export type DigestMoment = {
  readonly kind: 'new' | 'regressed' | 'assigned' | 'resolved'
  readonly violationId: string
  readonly rule: { readonly type: string; readonly key: string | null; readonly version: number | null }
  readonly pointer: string
  readonly type: ViolationType
  readonly assigneeId: string | null
  /** The groups that answer for it. */
  readonly owners: readonly string[]
}

export type DigestStore = {
  readonly find: (personId: string) => Promise<Digest | null>
  readonly save: (digest: Digest) => Promise<void>
  readonly remove: (personId: string) => Promise<void>
  /** Those that are due, their rows locked; another transaction at the same time is given others. */
  readonly takeDue: (now: string, limit: number) => Promise<readonly Digest[]>
  /** What was written about violations between two instants, each violation once a kind. */
  readonly moments: (window: {
    readonly from: string
    readonly to: string
  }) => Promise<readonly DigestMoment[]>
  readonly addLetter: (letter: {
    readonly personId: string
    readonly mail: Mail
    readonly createdAt: string
  }) => Promise<void>
  readonly letter: (id: string) => Promise<Mail | null>
  readonly dropLetter: (id: string) => Promise<void>
}
