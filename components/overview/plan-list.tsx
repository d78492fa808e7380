import { CircleAlert, CircleCheck, FlaskConical, GitCompareArrows, RefreshCw, Zap } from 'lucide-react'
import { pages } from '@/contracts/paths'
import type { PlanView } from '@/contracts/plan'
import { Badge } from '../ui/badge'
import { IntentLink } from '../ui/intent-link'
import { RelativeTime } from '../ui/relative-time'
import { Section } from '../ui/section'
import { Status } from '../ui/status'
import { Table, Td, Th } from '../ui/table'
import { TextLink } from '../ui/text-link'

/** Every plan: what head says, what is live, and whether somebody changed it behind our back. */
export const PlanList = ({ plans }: { readonly plans: readonly PlanView[] }) => (
  <Section title="Plans">
    <Table aria-label="Plans">
      <thead>
        <tr>
          <Th>Plan</Th>
          <Th className="text-right max-sm:hidden">Rules</Th>
          <Th>Live in Segment</Th>
          <Th>Drift</Th>
          <Th className="text-right max-sm:hidden">Read</Th>
        </tr>
      </thead>
      <tbody>
        {plans.map((plan) => (
          <tr key={plan.id}>
            <Td className="sm:min-w-36">
              <IntentLink
                href={pages.catalog(plan.id)}
                className="focus-ring rounded-sm font-medium text-ink hover:text-accent"
              >
                {plan.name}
              </IntentLink>
              <span className="mt-0.5 flex flex-wrap items-center gap-1.5 text-ink-3 text-xs">
                {plan.workspace.name}
                {plan.workspace.demo ? (
                  <Badge tone="warn" icon={FlaskConical}>
                    Demo
                  </Badge>
                ) : null}
              </span>
            </Td>
            <Td className="text-right tabular-nums max-sm:hidden">
              {plan.headVersion === null ? (
                <span className="text-ink-3">–</span>
              ) : (
                plan.rules.toLocaleString('en')
              )}
            </Td>
            <Td>
              <LiveState plan={plan} />
            </Td>
            <Td>
              <DriftState plan={plan} />
            </Td>
            <Td className="whitespace-nowrap text-right text-ink-2 max-sm:hidden">
              <ReadState plan={plan} />
            </Td>
          </tr>
        ))}
      </tbody>
    </Table>
  </Section>
)

const LiveState = ({ plan: { headVersion, liveVersion } }: { readonly plan: PlanView }) => {
  if (headVersion === null) return <span className="text-ink-3">not read yet</span>
  if (headVersion === liveVersion)
    return (
      <Status tone="good" icon={CircleCheck}>
        version {headVersion}
      </Status>
    )
  return (
    <Status tone="warn" icon={Zap}>
      {liveVersion === null ? 'none' : `version ${liveVersion}`}, head is {headVersion}
    </Status>
  )
}

const DriftState = ({ plan: { id, drift, headVersion } }: { readonly plan: PlanView }) => {
  if (headVersion === null) return <span className="text-ink-3">–</span>
  if (drift === null)
    return (
      <Status tone="good" icon={CircleCheck}>
        none
      </Status>
    )
  return (
    <Status tone="warn" icon={GitCompareArrows}>
      <TextLink href={pages.drift(id)}>{drift.rules === 1 ? '1 rule' : `${drift.rules} rules`}</TextLink>
    </Status>
  )
}

const ReadState = ({ plan: { syncJobId, problem, lastSeenAt } }: { readonly plan: PlanView }) => {
  if (syncJobId)
    return (
      <Status tone="accent" icon={RefreshCw}>
        <TextLink href={pages.jobs()}>being read</TextLink>
      </Status>
    )
  const seen = lastSeenAt ? <RelativeTime at={lastSeenAt} /> : 'never'
  if (!problem) return seen
  return (
    <span className="flex flex-col items-end" title={problem.message}>
      <Status tone="bad" icon={CircleAlert}>
        failed <RelativeTime at={problem.at} />
      </Status>
      <span className="text-ink-3 text-xs">last good: {seen}</span>
    </span>
  )
}
