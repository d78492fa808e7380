'use client'
import { useQuery } from '@tanstack/react-query'
import { Archive } from 'lucide-react'
import { FailureNote } from '../data/failure-note'
import { PlanPage } from '../data/plan-page'
import { Section } from '../ui/section'
import { SkeletonRows } from '../ui/skeleton'
import { trafficSettingsQuery } from './settings-queries'
import { type SaveTrafficSettingsAction, TrafficForm } from './traffic-form'

type TrafficScreenProps = { readonly saveTrafficSettings: SaveTrafficSettingsAction }

/** What each plan keeps of the calls that it sees. */
export const TrafficScreen = ({ saveTrafficSettings }: TrafficScreenProps) => (
  <PlanPage
    title="Recorded traffic"
    icon={Archive}
    empty="Connect a workspace; each of its plans says for itself what is kept of its calls."
  >
    {({ id, name }) => <OnePlan plan={id} name={name} saveTrafficSettings={saveTrafficSettings} />}
  </PlanPage>
)

type OnePlanProps = TrafficScreenProps & { readonly plan: string; readonly name: string }

const OnePlan = ({ plan, name, saveTrafficSettings }: OnePlanProps) => {
  const { data: view, error, refetch } = useQuery(trafficSettingsQuery(plan))
  if (!view)
    return error ? (
      <FailureNote error={error} onRetry={() => refetch()} />
    ) : (
      <SkeletonRows label="Reading what is kept" />
    )
  return (
    <Section
      title={`What is kept of calls of ${name}`}
      description="Calls that libraries send here, and whole events that Segment passes on. Personal data is masked before anything is written. What is kept shows what a proposed change would do to real calls."
    >
      <p className="mb-4 text-ink-2 text-sm tabular-nums">
        {view.received === 0
          ? 'No call has been received yet.'
          : `${view.kept.toLocaleString('en')} calls are kept of ${view.received.toLocaleString('en')} received in those days.`}
      </p>
      {/* Another revision is another start: what somebody else saved is shown, not what was there before. */}
      <TrafficForm key={view.revision} plan={plan} view={view} saveTrafficSettings={saveTrafficSettings} />
    </Section>
  )
}
