'use client'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { CircleCheck, RefreshCw } from 'lucide-react'
import { useQueryStates } from 'nuqs'
import { useState } from 'react'
import { DriftView } from '@/contracts/drift'
import { pages } from '@/contracts/paths'
import { ruleKey } from '@/domain/plan/rule-id'
import { can } from '@/domain/review/can'
import { roles } from '@/domain/review/role'
import { FailureNote } from '../data/failure-note'
import { frameQuery } from '../data/frame-query'
import { failureOf } from '../data/request-failed'
import { unwrapAction } from '../data/unwrap-action'
import { Button } from '../ui/button'
import { EmptyState } from '../ui/empty-state'
import { LinkButton } from '../ui/link-button'
import { Page } from '../ui/page'
import { PageHeader } from '../ui/page-header'
import { RelativeTime } from '../ui/relative-time'
import { SkeletonRows } from '../ui/skeleton'
import type { DriftActions } from './drift-actions'
import { DriftItem } from './drift-item'
import { DriftOutcome } from './drift-outcome'
import { driftQuery } from './drift-queries'
import { driftState } from './drift-state'
import { type Choice, ResolveDialog } from './resolve-dialog'
import { type Take, takeLabel } from './take'

type DriftScreenProps = { readonly plan: string; readonly actions: DriftActions }

/** Who changed what behind our back? */
export const DriftScreen = ({ plan, actions }: DriftScreenProps) => {
  const { data: drift, error, refetch } = useQuery(driftQuery(plan))
  const { data: frame } = useQuery(frameQuery())
  const [, setState] = useQueryStates(driftState)
  const role = roles.find((each) => each === frame?.me.role) ?? 'viewer'
  const sync = useMutation({
    mutationFn: () => unwrapAction(actions.startSync({ plan })),
    onSuccess: ({ jobId }) => setState({ sync: jobId }),
  })
  if (!drift)
    return (
      <Page>
        {error ? (
          <FailureNote error={error} onRetry={() => refetch()} />
        ) : (
          <SkeletonRows label="Reading the drift" />
        )}
      </Page>
    )
  const open = drift.rules.filter(({ ignored }) => ignored === null)
  return (
    <Page width="full" className="max-w-[96rem]">
      <PageHeader
        title="Drift"
        meta={
          <>
            <span>
              {open.length === 0
                ? `Segment holds what was published of ${drift.plan.name}${drift.rules.length > 0 ? ', but for what is ignored' : ''}`
                : `Segment holds something else than was published in ${open.length === 1 ? '1 rule' : `${open.length} rules`} of ${drift.plan.name}`}
            </span>
            {drift.seenAt ? (
              <span className="text-ink-3">
                read <RelativeTime at={drift.seenAt} />
              </span>
            ) : null}
          </>
        }
        actions={
          can(role, 'sync-plan') ? (
            <Button
              icon={<RefreshCw aria-hidden="true" />}
              pending={sync.isPending}
              onClick={() => sync.mutate()}
            >
              Read it again
            </Button>
          ) : null
        }
      />
      {sync.error ? <FailureNote error={sync.error} /> : null}
      <DriftOutcome plan={plan} />
      {drift.rules.length === 0 ? (
        <EmptyState
          icon={CircleCheck}
          title="No drift"
          actions={<LinkButton href={pages.catalog(plan)}>Open the catalog</LinkButton>}
        >
          When somebody changes this plan in Segment by hand, it shows here. Nothing is taken over and nothing
          overwritten without a decision.
        </EmptyState>
      ) : (
        <Drifted plan={plan} drift={drift} actions={actions} mayResolve={can(role, 'resolve-drift')} />
      )}
    </Page>
  )
}

type DriftedProps = DriftScreenProps & { readonly drift: DriftView; readonly mayResolve: boolean }

/** More rules than this stay folded at first. */
const fewRules = 3

const Drifted = ({ plan, drift, actions, mayResolve }: DriftedProps) => {
  const queries = useQueryClient()
  const [, setState] = useQueryStates(driftState)
  const [takes, setTakes] = useState<ReadonlyMap<string, Take>>(new Map())
  const [asking, setAsking] = useState(false)
  const open = drift.rules.filter(({ ignored }) => ignored === null)
  const ignored = drift.rules.filter((each) => each.ignored !== null)
  const choices = open.flatMap((drifted): readonly Choice[] => {
    const take = takes.get(ruleKey(drifted.rule))
    return take ? [{ drifted, take }] : []
  })
  const resolve = useMutation({
    mutationFn: () =>
      unwrapAction(
        actions.resolveDrift({
          plan,
          choices: choices.map(({ drifted, take }) => ({ rule: drifted.rule, take })),
        }),
      ),
    onSuccess: ({ number, jobId }) => {
      setAsking(false)
      setTakes(new Map())
      setState({ request: number ?? null, job: jobId ?? null })
      queries.invalidateQueries()
    },
    onError: (error) => {
      const failure = failureOf(error)
      const current = failure.code === 'stale' ? DriftView.safeParse(failure.current) : null
      if (current?.success) queries.setQueryData(driftQuery(plan).queryKey, current.data)
    },
  })
  const takeAll = (take: Take) => setTakes(new Map(open.map(({ rule }) => [ruleKey(rule), take])))
  const takeOne = (key: string) => (take: Take | null) => {
    const next = new Map(takes)
    if (take) next.set(key, take)
    else next.delete(key)
    setTakes(next)
  }
  const item = (drifted: DriftView['rules'][number]) => (
    <DriftItem
      key={ruleKey(drifted.rule)}
      plan={plan}
      drifted={drifted}
      liveVersion={drift.liveVersion}
      headVersion={drift.headVersion}
      startOpen={drift.rules.length <= fewRules && drifted.ignored === null}
      take={takes.get(ruleKey(drifted.rule)) ?? null}
      onTake={mayResolve ? takeOne(ruleKey(drifted.rule)) : null}
      resolveDrift={actions.resolveDrift}
    />
  )
  return (
    <>
      {mayResolve ? (
        open.length > 1 ? (
          <div className="flex flex-wrap items-center gap-2 pb-4">
            <span className="text-ink-3">For all:</span>
            <Button size="sm" onClick={() => takeAll('theirs')}>
              {takeLabel.theirs}
            </Button>
            <Button size="sm" onClick={() => takeAll('ours')}>
              {takeLabel.ours}
            </Button>
          </div>
        ) : null
      ) : (
        <p className="pb-4 text-ink-3">A steward or an admin decides what happens with it.</p>
      )}
      {open.map(item)}
      {ignored.length > 0 ? (
        <h2 className="border-line border-t pt-4 pb-3 font-semibold text-base text-ink">
          Ignored for a while
        </h2>
      ) : null}
      {ignored.map(item)}
      {choices.length > 0 ? (
        <div className="sticky bottom-0 z-10 -mx-4 flex flex-wrap items-center justify-end gap-3 border-line border-t bg-ground px-4 py-3 md:-mx-6 md:px-6">
          <p role="status" className="mr-auto text-ink-2">
            {choices.length} of {open.length} decided
          </p>
          <Button onClick={() => setTakes(new Map())}>Clear</Button>
          <Button variant="primary" onClick={() => setAsking(true)}>
            Continue
          </Button>
        </div>
      ) : null}
      <ResolveDialog
        open={asking && choices.length > 0}
        onOpenChange={(open) => {
          if (!open) resolve.reset()
          setAsking(open)
        }}
        planName={drift.plan.name}
        liveVersion={drift.liveVersion}
        choices={choices}
        pending={resolve.isPending}
        error={resolve.error}
        onConfirm={() => resolve.mutate()}
      />
    </>
  )
}
