'use client'
import { useRef } from 'react'
import type { ChangeRequestSummary } from '@/contracts/change-request'
import { pages } from '@/contracts/paths'
import { cn } from '../ui/cn'
import { IntentLink } from '../ui/intent-link'
import { RelativeTime } from '../ui/relative-time'
import { RequestStatus } from '../ui/request-status'
import { Section } from '../ui/section'
import { TextLink } from '../ui/text-link'
import { useRowKeys } from '../ui/use-row-keys'

type RequestListProps = {
  readonly title: string
  readonly requests: readonly ChangeRequestSummary[]
  readonly empty: string
  /** Where the whole list is; null when there is nothing more to see there. */
  readonly all: { readonly href: string; readonly label: string } | null
  /** j and k go through it. */
  readonly hasKeys?: boolean
}

/** A few change requests, newest first. */
export const RequestList = ({ title, requests, empty, all, hasKeys = false }: RequestListProps) => {
  const list = useRef<HTMLUListElement>(null)
  const { active } = useRowKeys(list, hasKeys ? requests.length : 0)
  return (
    <Section title={title}>
      {requests.length === 0 ? (
        <p className="text-ink-2 text-sm">{empty}</p>
      ) : (
        <ul ref={list} className="border-line border-t">
          {requests.map(
            ({ plan, number, title: name, status, author, updatedAt, editCount, mentionsYou }, index) => (
              <li
                key={`${plan.id} ${number}`}
                data-row={index}
                className={cn(
                  'relative border-line border-b py-2 text-sm hover:bg-hover',
                  index === active && 'bg-hover',
                )}
              >
                <div className="flex items-start justify-between gap-4">
                  <IntentLink
                    href={pages.changeRequest(plan.id, number)}
                    className="focus-ring min-w-0 break-words rounded-sm font-medium text-ink after:absolute after:inset-0"
                  >
                    {name} <span className="font-normal text-ink-3">#{number}</span>
                  </IntentLink>
                  <RequestStatus status={status} />
                </div>
                <p className="mt-0.5 text-ink-3 text-xs">
                  {plan.name} · {author} · {editCount === 1 ? '1 edit' : `${editCount} edits`} ·{' '}
                  <RelativeTime at={updatedAt} />
                  {mentionsYou ? <span className="text-accent"> · mentions you</span> : null}
                </p>
              </li>
            ),
          )}
        </ul>
      )}
      {all ? (
        <p className="text-sm">
          <TextLink href={all.href}>{all.label}</TextLink>
        </p>
      ) : null}
    </Section>
  )
}
