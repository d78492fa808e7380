'use client'
import { useQuery } from '@tanstack/react-query'
import { ArrowUpRight, Pencil } from 'lucide-react'
import { pages } from '@/contracts/paths'
import type { ViolationView } from '@/contracts/violation'
import { FailureNote } from '../data/failure-note'
import { useCan } from '../data/use-can'
import { ViolationStatus } from '../data/violation-status'
import { LinkButton } from '../ui/link-button'
import { Page } from '../ui/page'
import { PageHeader } from '../ui/page-header'
import { RelativeTime } from '../ui/relative-time'
import { ruleTitle } from '../ui/rule-title'
import { SkeletonRows } from '../ui/skeleton'
import { TextLink } from '../ui/text-link'
import { Breakdown } from './breakdown'
import { Constraint } from './constraint'
import { type FixAction, FixSection } from './fix-section'
import { Moments } from './moments'
import { OriginSection } from './origin-section'
import { RecordedCalls } from './recorded-calls'
import { Samples } from './samples'
import { SeriesSection } from './series-section'
import { TriageControls } from './triage-controls'
import type { ViolationActions } from './violation-actions'
import { violationQuery } from './violation-queries'
import { placeWords, shareWords, violationTypeWords } from './violation-words'

type ViolationScreenProps = {
  readonly id: string
  readonly actions: ViolationActions
  readonly fix: FixAction
}

/** Why is it broken, how much, and where does it come from? */
export const ViolationScreen = ({ id, actions, fix }: ViolationScreenProps) => {
  const mayDecide = useCan('triage-violations')
  const { data: violation, error, refetch } = useQuery(violationQuery(id))
  if (!violation)
    return (
      <Page>
        {error ? (
          <FailureNote error={error} onRetry={() => refetch()} />
        ) : (
          <SkeletonRows label="Reading the violation" />
        )}
      </Page>
    )
  return (
    <Page className="flex flex-col gap-8">
      <div className="-mb-4">
        <PageHeader
          title={
            <>
              {violationTypeWords[violation.type]}
              {violation.pointer ? (
                <>
                  : <span className="font-mono text-[0.9em]">{placeWords(violation.pointer)}</span>
                </>
              ) : null}{' '}
              <span className="font-normal text-ink-2">in</span>{' '}
              <span className={violation.rule.key === null ? undefined : 'font-mono text-[0.9em]'}>
                {ruleTitle(violation.rule)}
              </span>
            </>
          }
          meta={<ViolationFacts violation={violation} />}
          actions={<Ways violation={violation} />}
        />
      </div>
      {mayDecide ? <TriageControls violation={violation} change={actions.change} /> : null}
      <Constraint violation={violation} />
      <OriginSection violation={violation} />
      <FixSection violation={violation} fix={fix} />
      <SeriesSection id={id} sources={violation.sources} />
      <div className="grid gap-x-10 gap-y-8 lg:grid-cols-2">
        <Breakdown
          title="By source"
          column="Source"
          rows={violation.sources.map((each) => ({ key: each.id, name: each.name, count: each.count }))}
          total={violation.count}
        />
        <Breakdown
          title="By app version"
          column="App version"
          rows={violation.appVersions.map(({ version, count }) => ({
            key: version,
            name: version || 'None was told',
            count,
          }))}
          total={violation.count}
        />
        <Breakdown
          title="By library"
          column="Library"
          rows={violation.libraries.map(({ name, count }) => ({
            key: name,
            name: name || 'None was told',
            count,
          }))}
          total={violation.count}
        />
      </div>
      <RecordedCalls violation={violation} />
      <Samples violation={violation} />
      <Moments id={id} actions={actions} />
    </Page>
  )
}

const ViolationFacts = ({ violation }: { readonly violation: ViolationView }) => (
  <>
    <ViolationStatus status={violation.status} />
    <StandingWords violation={violation} />
    <span>{violation.assignee === null ? 'assigned to nobody' : `assigned to ${violation.assignee}`}</span>
    {violation.regressedAt ? (
      <span className="text-bad">
        came back <RelativeTime at={violation.regressedAt} />
      </span>
    ) : null}
    <span className="tabular-nums">
      {violation.count === 1 ? 'once' : `${violation.count.toLocaleString('en')} times`}
    </span>
    {violation.share === null ? null : <span>{shareWords(violation.share)} of the event in 7 days</span>}
    <span>
      last <RelativeTime at={violation.lastSeen} />, first <RelativeTime at={violation.firstSeen} />
    </span>
    <span>
      in <TextLink href={pages.catalog(violation.plan.id)}>{violation.plan.name}</TextLink>
    </span>
  </>
)

/** What the status waits for, and why. */
const StandingWords = ({ violation }: { readonly violation: ViolationView }) => {
  const { plan, changeRequest, resolvedIn, resolvedInPlan, ignoreUntil, reason, status } = violation
  return (
    <>
      {changeRequest === null ? null : (
        <span>
          in <TextLink href={pages.changeRequest(plan.id, changeRequest)}>request {changeRequest}</TextLink>
        </span>
      )}
      {resolvedIn === null ? null : <span>app version {resolvedIn}</span>}
      {resolvedInPlan === null ? null : <span>version {resolvedInPlan} of the plan</span>}
      {status === 'ignored' ? (
        <span>
          {ignoreUntil === null ? (
            'for good'
          ) : (
            <>
              until <RelativeTime at={ignoreUntil} />
            </>
          )}
        </span>
      ) : null}
      {reason === null ? null : <span>“{reason}”</span>}
    </>
  )
}

const Ways = ({ violation: { plan, rule } }: { readonly violation: ViolationView }) => {
  const mayPropose = useCan('propose')
  if (rule.version === null)
    return (
      <LinkButton href={pages.catalog(plan.id)} icon={<ArrowUpRight aria-hidden="true" />}>
        Look at the plan
      </LinkButton>
    )
  const place = { type: rule.type, key: rule.key, version: rule.version }
  return (
    <>
      <LinkButton href={pages.rule(plan.id, place)} icon={<ArrowUpRight aria-hidden="true" />}>
        Look at the event
      </LinkButton>
      {mayPropose ? (
        <LinkButton
          variant="primary"
          href={pages.rule(plan.id, place, { propose: 'new' })}
          icon={<Pencil aria-hidden="true" />}
        >
          Change the plan
        </LinkButton>
      ) : null}
    </>
  )
}
