'use client'
import { useQuery } from '@tanstack/react-query'
import type { BoardRow } from '@/contracts/board'
import { pages } from '@/contracts/paths'
import { placeWords } from '@/domain/violations/place-words'
import { FailureNote } from '../data/failure-note'
import { ViolationStatus } from '../data/violation-status'
import { ruleTitle } from '../ui/rule-title'
import { Section } from '../ui/section'
import { TextLink } from '../ui/text-link'
import { fixedViolationsQuery } from './change-request-queries'
import type { RequestPlace } from './request-actions'

/** The violations that a request is to end and how they stand; nothing where it is to end none. */
export const FixedViolations = ({ place }: { readonly place: RequestPlace }) => {
  const { data: list, error, refetch } = useQuery(fixedViolationsQuery(place))
  if (error && !list) return <FailureNote error={error} onRetry={() => refetch()} />
  if (!list || list.data.length === 0) return null
  return (
    <Section title="Violations it is to end">
      <ul aria-label="Violations it is to end" className="flex flex-col gap-3">
        {list.data.map((violation) => (
          <FixedViolation key={violation.id} violation={violation} />
        ))}
      </ul>
      {list.nextCursor === null ? null : (
        <p className="text-ink-3">These are the ones seen most often; there are more.</p>
      )}
    </Section>
  )
}

const FixedViolation = ({ violation }: { readonly violation: BoardRow }) => {
  const { id, rule, pointer, type, message, status, count } = violation
  const place = type === 'unplanned-event' ? '' : placeWords(pointer)
  return (
    <li className="flex min-w-0 flex-col gap-0.5">
      <TextLink href={pages.violation(id)} className="break-words">
        {place === '' ? ruleTitle(rule) : `${place} in ${ruleTitle(rule)}`}
      </TextLink>
      <span className="break-words text-ink-2 text-xs">{message}</span>
      <span className="flex flex-wrap gap-x-3 text-ink-3 text-xs tabular-nums">
        <ViolationStatus status={status} />
        {count === 1 ? 'once' : `${count.toLocaleString('en')} times`}
      </span>
    </li>
  )
}
