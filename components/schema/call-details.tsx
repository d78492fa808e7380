import type { ReactNode } from 'react'
import type { Json } from '@/domain/plan/json'
import { RelativeTime } from '../ui/relative-time'
import { MarkedJson } from './marked-json'

type CallDetailsProps = {
  readonly call: {
    readonly messageId: string
    readonly at: string
    readonly event: string | null
    readonly sourceName: string
    /** Empty where the call did not say. */
    readonly appVersion: string
    /** The message, masked; null where it is too large to be shown. */
    readonly call?: unknown
    readonly masked: readonly string[]
  }
  /** JSON pointers of what breaks a constraint. */
  readonly failing: readonly string[]
  /** Before the name. */
  readonly lead?: ReactNode
  readonly isOpen?: boolean
  /** What is wrong with it, above the message. */
  readonly children: ReactNode
}

/** A recorded call, folded to a line: what it was and whence; within, the message with the failing places marked. */
export const CallDetails = ({ call, failing, lead, isOpen = false, children }: CallDetailsProps) => (
  <details open={isOpen}>
    <summary className="focus-ring flex cursor-default flex-wrap items-center gap-x-3 gap-y-1 rounded-sm">
      {lead}
      <span className="text-ink">{call.event ?? 'no name'}</span>
      <span className="text-ink-3 text-xs">
        {call.sourceName}
        {call.appVersion === '' ? '' : `, app ${call.appVersion}`}, <RelativeTime at={call.at} />
      </span>
    </summary>
    <div className="flex flex-col gap-2 pt-2">
      {children}
      {call.call === null || call.call === undefined ? (
        <p className="text-ink-3">The call is too large to be shown here.</p>
      ) : (
        <MarkedJson
          label={`Call ${call.messageId}`}
          value={call.call as Json}
          failing={failing}
          masked={call.masked}
        />
      )}
    </div>
  </details>
)
