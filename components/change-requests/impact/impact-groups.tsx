import type { ReactNode } from 'react'
import type { ReplayCounts } from '@/contracts/replay'
import { Table, Td, Th } from '../../ui/table'
import { estimateWords, intervalWords } from './estimate-words'

type Row = { readonly id: string; readonly name: ReactNode; readonly counts: ReplayCounts }

type ImpactGroupsProps = {
  /** What the rows are, e.g. "Source". */
  readonly of: string
  readonly rows: readonly Row[]
}

/** More are only counted. */
const most = 50

/** Received calls by rule, source or app version: what breaks, what is fixed, and of how many. */
export const ImpactGroups = ({ of, rows }: ImpactGroupsProps) => (
  <Table aria-label={`By ${of.toLowerCase()}`}>
    <thead>
      <tr>
        <Th>{of}</Th>
        <Th className="text-right">Newly broken</Th>
        <Th className="text-right">Fixed</Th>
        <Th className="text-right">Received</Th>
      </tr>
    </thead>
    <tbody>
      {rows.slice(0, most).map(({ id, name, counts }) => (
        <tr key={id}>
          <Td className="min-w-32 break-words">{name}</Td>
          <Td className="text-right tabular-nums">
            <Estimated counts={counts} outcome="broken" />
          </Td>
          <Td className="text-right tabular-nums">
            <Estimated counts={counts} outcome="fixed" />
          </Td>
          <Td className="text-right text-ink-2 tabular-nums">{counts.received.toLocaleString('en')}</Td>
        </tr>
      ))}
      {rows.length > most ? (
        <tr>
          <Td colSpan={4} className="text-ink-3">
            and {rows.length - most} more
          </Td>
        </tr>
      ) : null}
    </tbody>
  </Table>
)

const Estimated = ({
  counts,
  outcome,
}: {
  readonly counts: ReplayCounts
  readonly outcome: 'broken' | 'fixed'
}) => {
  const estimated = counts.estimated[outcome]
  if (estimated.high === 0) return <span className="text-ink-3">0</span>
  const interval = intervalWords(estimated)
  return (
    <>
      <span className="whitespace-nowrap">{estimateWords(estimated)}</span>
      {interval === null ? null : (
        <span className="block whitespace-nowrap text-ink-3 text-xs">{interval}</span>
      )}
    </>
  )
}
