'use client'
import { useQuery } from '@tanstack/react-query'
import { History } from 'lucide-react'
import { pages } from '@/contracts/paths'
import type { ViolationView } from '@/contracts/violation'
import type { ViolationCallList, ViolationCallView } from '@/contracts/violation-call'
import { FailureNote } from '../data/failure-note'
import { CallDetails } from '../schema/call-details'
import { Badge } from '../ui/badge'
import { EmptyState } from '../ui/empty-state'
import { Note } from '../ui/note'
import { Section } from '../ui/section'
import { SkeletonRows } from '../ui/skeleton'
import { TextLink } from '../ui/text-link'
import { expectedAndGot } from './expected-and-got'
import { recordedCallsQuery } from './recorded-calls-query'

type Of = Pick<ViolationView, 'id' | 'pointer' | 'type'>

/** Recorded calls that break this very constraint, the failing place marked, with what was expected and what came. */
export const RecordedCalls = ({ violation }: { readonly violation: Of }) => {
  const { data: list, error, refetch } = useQuery(recordedCallsQuery(violation.id))
  return (
    <Section
      title="Recorded calls"
      description="The newest kept calls that break this by the plan as it is now. Personal data is masked."
    >
      {error ? <FailureNote error={error} onRetry={() => refetch()} /> : null}
      {list ? (
        <Calls list={list} violation={violation} />
      ) : error ? null : (
        <SkeletonRows label="Judging recorded calls" />
      )}
    </Section>
  )
}

const Calls = ({ list, violation }: { readonly list: ViolationCallList; readonly violation: Of }) => {
  if (list.reason !== null) return <Note tone="warn" title={list.reason} />
  if (list.judged === 0)
    return (
      <EmptyState icon={History} title="No calls of this event are recorded">
        Connect one of the <TextLink href={pages.sources()}>sources</TextLink> so that its calls arrive here,
        on its Routes tab: with a Webhooks destination, or by pointing the library here. A sample of each
        event is kept, personal data masked.
      </EmptyState>
    )
  if (list.data.length === 0)
    return (
      <p className="text-ink-2">
        {list.judged === 1
          ? 'The one recorded call of the event does not break it.'
          : `None of the newest ${list.judged.toLocaleString('en')} recorded calls of the event breaks it.`}
      </p>
    )
  return (
    <ul aria-label="Recorded calls" className="flex flex-col">
      {list.data.map((call, at) => (
        <li key={call.messageId} className="border-line border-b py-2 last:border-b-0">
          <CallDetails
            call={call}
            failing={[violation.pointer]}
            isOpen={at === 0}
            lead={call.uncertain ? <Badge tone="warn">not certain</Badge> : null}
          >
            <WhatIsWrong call={call} type={violation.type} />
          </CallDetails>
        </li>
      ))}
    </ul>
  )
}

const WhatIsWrong = ({
  call: { message, got, uncertain },
  type,
}: {
  readonly call: ViolationCallView
  readonly type: Of['type']
}) => {
  const read = expectedAndGot({ type, message })
  const came = read === null ? null : got === null || saysMore.has(type) ? read.got : got.text
  return (
    <div className="flex flex-col gap-1 text-ink-2">
      {read === null ? (
        <p>{message}</p>
      ) : (
        <dl className="grid grid-cols-[max-content_minmax(0,1fr)] gap-x-3 gap-y-0.5">
          <dt className="text-ink-3">Expected</dt>
          <dd className="break-words font-mono text-ink text-sm">{read.expected}</dd>
          {came === null ? null : (
            <>
              <dt className="text-ink-3">Got</dt>
              <dd className="break-words font-mono text-ink text-sm">
                {came}
                {got?.masked && came === got.text ? (
                  <span className="ml-2 font-sans text-ink-3 italic">masked</span>
                ) : null}
              </dd>
            </>
          )}
        </dl>
      )}
      {uncertain ? <p>The value that decides is masked, so what was sent may have been fine.</p> : null}
    </div>
  )
}

/** What is one too many, or too few, says more than what stands there. */
const saysMore: ReadonlySet<Of['type']> = new Set(['required', 'unplanned-property', 'unplanned-event'])
