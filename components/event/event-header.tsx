'use client'
import { useQuery } from '@tanstack/react-query'
import { GitPullRequestArrow, PencilLine } from 'lucide-react'
import { pages } from '@/contracts/paths'
import type { RuleDetail } from '@/contracts/rule'
import { catalogRowQuery } from '../data/catalog-row-query'
import { planQuery } from '../data/plan-query'
import { Badge } from '../ui/badge'
import { Button } from '../ui/button'
import { PageHeader } from '../ui/page-header'
import { ruleTitle } from '../ui/rule-title'
import { TextLink } from '../ui/text-link'
import type { RulePlace } from './rule-place'

type EventHeaderProps = {
  readonly place: RulePlace
  /** Null for a rule that the plan does not have yet. */
  readonly detail: RuleDetail | null
  /** In editing the description stands in its field. */
  readonly editing: boolean
  /** Null where nothing can be proposed: editing already, in the past, or not allowed. */
  readonly onPropose: (() => void) | null
}

/** Name, kind, where it is sent from, how often, its labels, and what is under way about it. */
export const EventHeader = ({ place, detail, editing, onPropose }: EventHeaderProps) => {
  const { plan, rule } = place
  return (
    <div className="flex flex-col gap-1">
      <PageHeader
        title={ruleTitle(rule)}
        mono={rule.key !== null}
        meta={
          <>
            <span>
              <span className="inline-block first-letter:uppercase">{rule.type.toLowerCase()}</span>
              {detail ? `, unchanged since version ${detail.since}` : null}
            </span>
            {detail ? null : <Badge tone="accent">new</Badge>}
            {rule.version > 1 || (detail?.otherVersions.length ?? 0) > 0 ? (
              <RuleVersions place={place} detail={detail} />
            ) : null}
            {detail ? <Traffic place={place} /> : null}
            {Object.entries(detail?.labels ?? {}).map(([name, value]) => (
              <Badge key={name}>
                {name}: {value}
              </Badge>
            ))}
          </>
        }
        actions={
          onPropose ? (
            <Button variant="primary" icon={<PencilLine aria-hidden="true" />} onClick={onPropose}>
              Propose a change
            </Button>
          ) : null
        }
      />
      {detail?.description && !editing ? (
        <p className="-mt-2 mb-2 max-w-prose text-ink-2">{detail.description}</p>
      ) : null}
      {(detail?.openChangeRequests ?? []).map(({ number, title, status }) => (
        <p key={number} className="mb-2 flex items-center gap-2 text-sm">
          <GitPullRequestArrow aria-hidden="true" className="size-4 text-warn" />
          <TextLink href={pages.changeRequest(plan, number)}>
            #{number} {title}
          </TextLink>
          <span className="text-ink-3">{status.replaceAll('-', ' ')}</span>
        </p>
      ))}
    </div>
  )
}

const RuleVersions = ({ place, detail }: Pick<EventHeaderProps, 'place' | 'detail'>) => {
  const others = detail?.otherVersions ?? []
  return (
    <span className="flex items-center gap-1.5">
      Rule version {place.rule.version}
      {others.length > 0 ? ', there is also' : null}
      {others.map((version) => (
        <TextLink key={version} href={pages.rule(place.plan, { ...place.rule, version })}>
          version {version}
        </TextLink>
      ))}
    </span>
  )
}

const Traffic = ({ place: { plan, rule } }: { readonly place: RulePlace }) => {
  const { data: row } = useQuery(catalogRowQuery(plan, rule))
  const { data: view } = useQuery(planQuery(plan))
  const volume = row?.eventsLastWeek
  const sources = view?.sources ?? []
  return (
    <>
      {volume === undefined || volume === null ? null : (
        <span className="tabular-nums" title="As Segment has counted">
          {volume === 0 ? 'none in the last 7 days' : `${volume.toLocaleString('en')} in the last 7 days`}
        </span>
      )}
      {sources.length > 0 ? (
        <span title="The sources that this plan is connected to">
          {sources.map(({ name }) => name).join(', ')}
        </span>
      ) : null}
    </>
  )
}
