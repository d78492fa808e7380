'use client'
import { useQuery } from '@tanstack/react-query'
import type { DisagreementView } from '@/contracts/traffic'
import { FailureNote } from '../data/failure-note'
import { RelativeTime } from '../ui/relative-time'
import { ruleTitle } from '../ui/rule-title'
import { Section } from '../ui/section'
import { Table, Td, Th } from '../ui/table'
import { disagreementsQuery } from './source-queries'

const sideWords: Readonly<Record<DisagreementView['side'], string>> = {
  segment: 'Segment found it; judging here did not',
  twin: 'Found here; Segment did not report it',
}

/** Where judging here and Segment did not say the same of one call: a publish on its way, or a mistake of ours. */
export const DisagreementSection = ({ planId }: { readonly planId: string }) => {
  const { data, error, refetch } = useQuery(disagreementsQuery(planId))
  const rows = data?.data ?? []
  return (
    <Section
      title="Where Segment and this installation differ"
      description="Of calls of this plan that both judged. A rule that was published a moment ago takes Segment some minutes; what stays is worth a look."
    >
      {error ? <FailureNote error={error} onRetry={() => refetch()} /> : null}
      {data && rows.length === 0 ? (
        <p className="text-ink-2 text-sm">Nowhere, as far as both judged the same calls.</p>
      ) : null}
      {rows.length > 0 ? (
        <Table aria-label="Where Segment and this installation differ">
          <thead>
            <tr>
              <Th>Event</Th>
              <Th>What</Th>
              <Th>Who</Th>
              <Th className="text-right">Calls</Th>
              <Th className="text-right">Last</Th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.id}>
                <Td>{ruleTitle(row.rule)}</Td>
                <Td className="text-ink-2">
                  {row.pointer ? <span className="font-mono text-[0.92em]">{row.pointer} </span> : null}
                  {row.message}
                </Td>
                <Td className="text-ink-2">{sideWords[row.side]}</Td>
                <Td className="text-right tabular-nums">{row.count.toLocaleString('en')}</Td>
                <Td className="whitespace-nowrap text-right text-xs">
                  <RelativeTime at={row.lastSeen} />
                </Td>
              </tr>
            ))}
          </tbody>
        </Table>
      ) : null}
    </Section>
  )
}
