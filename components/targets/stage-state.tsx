import { CircleCheck, Clock, GitCompareArrows, Zap } from 'lucide-react'
import type { ReactNode } from 'react'
import { pages } from '@/contracts/paths'
import type { TargetView } from '@/contracts/target'
import { RequestStatus } from '../ui/request-status'
import { Status } from '../ui/status'
import { TextLink } from '../ui/text-link'

/** What a stage holds: its own live version, and whether its newest one is on the way. */
export const LiveState = ({ target: { headVersion, liveVersion } }: { readonly target: TargetView }) => {
  if (headVersion === null)
    return (
      <Status tone="accent" icon={Clock}>
        being read from Segment
      </Status>
    )
  return headVersion === liveVersion ? (
    <Status tone="good" icon={CircleCheck}>
      version {headVersion} is live
    </Status>
  ) : (
    <Status tone="warn" icon={Zap}>
      {liveVersion === null ? 'none is live' : `version ${liveVersion} is live`}, head is {headVersion}
    </Status>
  )
}

/** Rules that Segment holds otherwise there; nothing where there are none. */
export const DriftState = ({ target: { plan, drift } }: { readonly target: TargetView }): ReactNode =>
  drift === null ? null : (
    <Status tone="warn" icon={GitCompareArrows}>
      <TextLink href={pages.drift(plan.id)}>
        drift in {drift.rules === 1 ? '1 rule' : `${drift.rules} rules`}
      </TextLink>
    </Status>
  )

/** How far a stage is behind the one before it; nothing for the first one. */
export const BehindState = ({
  target,
  upstream,
}: {
  readonly target: TargetView
  readonly upstream: TargetView | undefined
}): ReactNode => {
  if (upstream === undefined) return null
  const { behind, promoted } = target
  const name = upstream.stage ?? upstream.plan.name
  if (behind === null) return <span className="text-ink-3">nothing of {name} is live yet</span>
  if (promoted === null) return <span className="text-ink-2">nothing of {name} is promoted yet</span>
  if (behind === 0)
    return (
      <Status tone="good" icon={CircleCheck}>
        has version {promoted.version} of {name}
      </Status>
    )
  return (
    <Status tone="warn" icon={Clock} className="whitespace-normal">
      has version {promoted.version} of {name}, {behind === 1 ? '1 version' : `${behind} versions`} behind
    </Status>
  )
}

/** The promotion that is under way, if there is one. */
export const WaitingState = ({ target: { plan, waiting } }: { readonly target: TargetView }): ReactNode =>
  waiting === null ? null : (
    <span className="flex flex-wrap items-center gap-x-1.5 text-sm">
      <TextLink href={pages.changeRequest(plan.id, waiting.number)}>
        #{waiting.number} promotes version {waiting.version}
      </TextLink>
      <RequestStatus status={waiting.status} />
    </span>
  )
