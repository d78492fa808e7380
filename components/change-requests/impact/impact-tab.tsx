'use client'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { History, RefreshCw, X } from 'lucide-react'
import { pages } from '@/contracts/paths'
import type { ImpactView, ReplayResultView } from '@/contracts/replay'
import { FailureNote } from '../../data/failure-note'
import { unwrapAction } from '../../data/unwrap-action'
import { Button } from '../../ui/button'
import { EmptyState } from '../../ui/empty-state'
import { Note } from '../../ui/note'
import { Progress } from '../../ui/progress'
import { RelativeTime } from '../../ui/relative-time'
import { ruleTitle } from '../../ui/rule-title'
import { Section } from '../../ui/section'
import { SkeletonRows } from '../../ui/skeleton'
import { TextLink } from '../../ui/text-link'
import type { RequestActions, RequestPlace } from '../request-actions'
import { ImpactConstraints } from './impact-constraints'
import { ImpactGroups } from './impact-groups'
import { impactQuery } from './impact-query'
import { ImpactSamples } from './impact-samples'
import { InferredList } from './inferred-list'
import { OutcomeCounts } from './outcome-counts'

type ImpactTabProps = {
  readonly place: RequestPlace
  /** Of the edits that are shown. */
  readonly fingerprint: string
  readonly actions: Pick<RequestActions, 'replay' | 'cancelReplay'>
}

/** What a request does to recorded traffic: violations fixed and introduced, with samples. */
export const ImpactTab = ({ place, fingerprint, actions }: ImpactTabProps) => {
  const { data: impact, error, refetch } = useQuery(impactQuery(place, fingerprint))
  const work = useReplay(place, actions)
  if (!impact)
    return error ? (
      <FailureNote error={error} onRetry={() => refetch()} />
    ) : (
      <SkeletonRows label="Reading the impact" />
    )
  return (
    <div className="flex flex-col gap-8">
      {work.error ? <FailureNote error={work.error} /> : null}
      <Standing impact={impact} work={work} />
      {impact.result ? <Found result={impact.result} /> : null}
    </div>
  )
}

const useReplay = (place: RequestPlace, actions: ImpactTabProps['actions']) => {
  const queries = useQueryClient()
  const onSettled = () =>
    queries.invalidateQueries({ queryKey: ['change-request', place.plan, place.number] })
  const run = useMutation({ mutationFn: () => unwrapAction(actions.replay(place)), onSettled })
  const cancel = useMutation({
    mutationFn: (id: string) => unwrapAction(actions.cancelReplay({ id })),
    onSettled,
  })
  return { run, cancel, error: run.error ?? cancel.error }
}

type StandingProps = { readonly impact: ImpactView; readonly work: ReturnType<typeof useReplay> }

const Standing = ({ impact, work }: StandingProps) => {
  const { check, job, at, result, recorded, can } = impact
  const again = can.run ? (
    <Button
      size="sm"
      icon={<RefreshCw aria-hidden="true" />}
      pending={work.run.isPending}
      onClick={() => work.run.mutate()}
    >
      {result ? 'Judge again' : 'Judge recorded calls'}
    </Button>
  ) : null
  if (check.status === 'queued' || check.status === 'running')
    return (
      <div className="flex flex-col gap-2">
        <Progress
          label={check.status === 'queued' ? 'Waiting to judge recorded calls' : 'Judging recorded calls'}
          {...(job?.progress ?? { done: 0, total: null, unit: 'calls' })}
        />
        {job && can.cancel ? (
          <div>
            <Button
              size="sm"
              icon={<X aria-hidden="true" />}
              pending={work.cancel.isPending}
              onClick={() => work.cancel.mutate(job.id)}
            >
              Call it off
            </Button>
          </div>
        ) : null}
      </div>
    )
  if (recorded.kept === 0 && (result?.inferred.violations.length ?? 0) === 0)
    return (
      <EmptyState icon={History} title="No calls of these events are recorded" actions={again}>
        Connect one of the <TextLink href={pages.sources()}>sources</TextLink> so that its calls arrive here,
        on its Routes tab: with a Webhooks destination, or by pointing the library here. A sample of each
        event is kept, personal data masked, and every change request is judged by it.
      </EmptyState>
    )
  if (check.status === 'failed' || (check.status === 'skipped' && !result))
    return (
      <Note tone={check.status === 'failed' ? 'bad' : 'quiet'} title={check.reason} actions={again}>
        {recorded.kept.toLocaleString('en')} calls of the edited events are recorded.
      </Note>
    )
  return (
    <div className="flex flex-wrap items-center justify-between gap-2">
      <p className="text-ink-2">
        {result?.judged.toLocaleString('en')} recorded calls, which stand for{' '}
        {result?.received.toLocaleString('en')} received ones
        {at === null ? null : (
          <>
            , judged <RelativeTime at={at} />
          </>
        )}
        .
      </p>
      {again}
    </div>
  )
}

const Found = ({ result }: { readonly result: ReplayResultView }) => (
  <>
    {result.judged > 0 ? <Replayed result={result} /> : null}
    <InferredList inferred={result.inferred} />
  </>
)

const Replayed = ({ result }: { readonly result: ReplayResultView }) => (
  <>
    <OutcomeCounts counts={result} />
    {result.notJudged.length > 0 ? (
      <Note tone="warn" title="Some rules cannot be judged">
        {result.notJudged.map(({ side, rule, reason }) => (
          <p key={`${side} ${ruleTitle(rule)}`}>
            {ruleTitle(rule)}, {side === 'base' ? 'as it is' : 'as proposed'}: {reason}
          </p>
        ))}
      </Note>
    ) : null}
    <Section title="What changes">
      <ImpactConstraints constraints={result.constraints} />
    </Section>
    <Section title="Where">
      <ImpactGroups
        of="Event"
        rows={result.byRule.map(({ rule, event, ...counts }) => ({
          id: rule ? `${rule.type} ${rule.key} ${rule.version}` : `no rule ${event}`,
          name: rule ? ruleTitle(rule) : `${event ?? 'no name'} (no rule)`,
          counts,
        }))}
      />
      <ImpactGroups
        of="Source"
        rows={result.bySource.map(({ id, name, ...counts }) => ({ id, name, counts }))}
      />
      <ImpactGroups
        of="App version"
        rows={result.byAppVersion.map(({ appVersion, ...counts }) => ({
          id: appVersion,
          name: appVersion === '' ? 'not told' : appVersion,
          counts,
        }))}
      />
      {result.leftOut > 0 ? (
        <p className="text-ink-3">{result.leftOut} more groups are only counted in the totals.</p>
      ) : null}
    </Section>
    {result.samples.length > 0 ? (
      <Section title="Samples" description="Recorded calls whose verdict changes. Personal data is masked.">
        <ImpactSamples samples={result.samples} />
      </Section>
    ) : null}
  </>
)
