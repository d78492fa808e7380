'use client'
import { useQuery } from '@tanstack/react-query'
import { FailureNote } from '../data/failure-note'
import { RelativeTime } from '../ui/relative-time'
import { Section } from '../ui/section'
import { SkeletonRows } from '../ui/skeleton'
import { momentWords } from './moment-words'
import { momentsQuery } from './violation-queries'

/** What happened to the violation, newest first. */
export const Moments = ({ id }: { readonly id: string }) => {
  const { data, error, refetch } = useQuery(momentsQuery(id))
  return (
    <Section title="What happened">
      {error ? <FailureNote error={error} onRetry={() => refetch()} /> : null}
      {data ? (
        <ol aria-label="What happened" className="flex flex-col gap-2 text-sm">
          {data.data.map((moment) => (
            <li key={moment.id} className="flex flex-wrap gap-x-3">
              <RelativeTime at={moment.at} className="w-32 shrink-0 text-ink-3" />
              <span>
                {moment.actor ? <span className="font-medium">{moment.actor}: </span> : null}
                {momentWords(moment)}
                {typeof moment.detail.reason === 'string' ? (
                  <span className="text-ink-2"> · “{moment.detail.reason}”</span>
                ) : null}
              </span>
            </li>
          ))}
        </ol>
      ) : error ? null : (
        <SkeletonRows label="Reading what happened" />
      )}
    </Section>
  )
}
