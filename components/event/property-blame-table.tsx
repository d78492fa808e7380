'use client'
import { useQuery } from '@tanstack/react-query'
import { pages } from '@/contracts/paths'
import { FailureNote } from '../data/failure-note'
import { RelativeTime } from '../ui/relative-time'
import { Table, Td, Th } from '../ui/table'
import { TextLink } from '../ui/text-link'
import { ruleBlameQuery } from './event-queries'
import type { RulePlace } from './rule-place'

type PropertyBlameTableProps = { readonly place: RulePlace; readonly version: number | null }

/** Who last changed each property, when, and where it was decided. */
export const PropertyBlameTable = ({ place, version }: PropertyBlameTableProps) => {
  const { data, error, refetch } = useQuery(ruleBlameQuery(place, version))
  if (error) return <FailureNote error={error} onRetry={() => refetch()} />
  if (!data || data.length === 0) return null
  return (
    <Table aria-label="Last change of each property">
      <thead>
        <tr>
          <Th>Property</Th>
          <Th>Last changed by</Th>
          <Th>When</Th>
          <Th>In</Th>
        </tr>
      </thead>
      <tbody>
        {data.map(({ pointer, by, at, version: from, changeRequest }) => (
          <tr key={pointer}>
            <Td className="font-mono text-[0.95em] [overflow-wrap:anywhere]">{pointer.slice(1)}</Td>
            <Td>{by}</Td>
            <Td className="whitespace-nowrap text-ink-2">
              <RelativeTime at={at} />
            </Td>
            <Td className="whitespace-nowrap text-ink-2">
              version {from}
              {changeRequest === null ? null : (
                <>
                  {', '}
                  <TextLink href={pages.changeRequest(place.plan, changeRequest)}>#{changeRequest}</TextLink>
                </>
              )}
            </Td>
          </tr>
        ))}
      </tbody>
    </Table>
  )
}
