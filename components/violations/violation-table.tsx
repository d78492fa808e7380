'use client'
import { useRef } from 'react'
import { pages } from '@/contracts/paths'
import type { ViolationView } from '@/contracts/violation'
import { cn } from '../ui/cn'
import { IntentLink } from '../ui/intent-link'
import { RelativeTime } from '../ui/relative-time'
import { ruleTitle } from '../ui/rule-title'
import { RowSpace, useWindowRows } from '../ui/window-rows'
import { Sparkline } from './sparkline'
import { ViolationStatus } from './violation-status'
import { placeWords, shareWords, violationTypeWords } from './violation-words'

type ViolationTableProps = {
  readonly rows: readonly ViolationView[]
  /** True while the rows answer an older filter. */
  readonly settling: boolean
  readonly hasMore: boolean
  readonly onMore: () => void
}

const columns = [
  { name: 'Violation', style: 'w-auto' },
  { name: 'Status', style: 'w-24 max-xl:hidden' },
  { name: '7 days', style: 'w-24 max-lg:hidden' },
  { name: 'Count', style: 'w-16 text-right' },
  { name: 'Share', style: 'w-18 text-right max-md:hidden' },
  { name: 'Seen', style: 'w-32 text-right max-md:hidden' },
  { name: 'Sources', style: 'w-40 max-xl:hidden' },
  { name: 'App versions', style: 'w-28 max-xl:hidden' },
] as const

const cellStyle = 'h-16 overflow-hidden border-line border-b px-2 first:pl-0 last:pr-0'

/** Grouped violations, newest seen first, one row each. */
export const ViolationTable = ({ rows, settling, hasMore, onMore }: ViolationTableProps) => {
  const body = useRef<HTMLTableSectionElement>(null)
  const { indexes, before, after, active } = useWindowRows(body, {
    count: rows.length,
    rowHeight: 64,
    hasMore,
    onMore,
  })
  return (
    <table
      aria-label="Violations"
      aria-rowcount={hasMore ? -1 : rows.length + 1}
      className={cn(
        'w-full table-fixed border-collapse text-sm transition-opacity',
        settling && 'opacity-60',
      )}
    >
      <thead className="sticky top-12 z-20 bg-ground">
        <tr aria-rowindex={1}>
          {columns.map(({ name, style }) => (
            <th
              key={name}
              scope="col"
              className={cn(
                'h-8 border-line border-b px-2 text-left font-medium text-ink-3 text-xs first:pl-0 last:pr-0',
                style,
              )}
            >
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody ref={body}>
        <RowSpace height={before} />
        {indexes.map((index) => {
          const row = rows[index]
          return row ? (
            <ViolationRow key={row.id} row={row} index={index} isActive={index === active} />
          ) : null
        })}
        <RowSpace height={after} />
      </tbody>
    </table>
  )
}

type ViolationRowProps = {
  readonly row: ViolationView
  readonly index: number
  readonly isActive: boolean
}

const ViolationRow = ({ row, index, isActive }: ViolationRowProps) => (
  <tr
    data-row={index}
    aria-rowindex={index + 2}
    className={cn('relative hover:bg-hover', isActive && 'bg-hover')}
  >
    <td className={cn(cellStyle, columns[0].style)}>
      <IntentLink
        href={pages.violation(row.id)}
        className="block truncate rounded-sm font-medium outline-none after:absolute after:inset-0 focus-visible:after:outline-2 focus-visible:after:outline-accent focus-visible:after:-outline-offset-2"
      >
        <span className={cn(row.rule.key !== null && 'font-mono text-[0.95em]')}>{ruleTitle(row.rule)}</span>
      </IntentLink>
      <p className="truncate text-ink-2 text-xs" title={row.message}>
        <span className="text-ink">{violationTypeWords[row.type]}</span>
        {row.pointer ? (
          <>
            {' '}
            <span className="font-mono">{placeWords(row.pointer)}</span>
          </>
        ) : null}
        <span className="text-ink-3"> · {row.message}</span>
      </p>
    </td>
    <td className={cn(cellStyle, columns[1].style)}>
      <ViolationStatus status={row.status} />
      {row.regressedAt && row.status === 'open' ? <p className="text-bad text-xs">came back</p> : null}
    </td>
    <td className={cn(cellStyle, columns[2].style)}>
      <Sparkline trend={row.trend} />
    </td>
    <td className={cn(cellStyle, columns[3].style, 'font-medium tabular-nums')}>
      {row.count.toLocaleString('en')}
    </td>
    <td className={cn(cellStyle, columns[4].style, 'text-ink-2 tabular-nums')}>
      {row.share === null ? (
        <span className="text-ink-3" title="Segment has not counted this event yet">
          –
        </span>
      ) : (
        <span title="of this event in the last 7 days">{shareWords(row.share)}</span>
      )}
    </td>
    <td className={cn(cellStyle, columns[5].style, 'whitespace-nowrap text-xs')}>
      <RelativeTime at={row.lastSeen} className="block" />
      <span className="text-ink-3">
        first <RelativeTime at={row.firstSeen} />
      </span>
    </td>
    <td className={cn(cellStyle, columns[6].style)}>
      <Some names={row.sources.map(({ name }) => name)} />
    </td>
    <td className={cn(cellStyle, columns[7].style)}>
      <Some names={row.appVersions.map(({ version }) => version || 'none told')} />
    </td>
  </tr>
)

/** The first name, and how many more there are. */
const Some = ({ names: [first, ...more] }: { readonly names: readonly string[] }) =>
  first === undefined ? null : (
    <p className="truncate text-ink-2 text-xs" title={[first, ...more].join(', ')}>
      {first}
      {more.length > 0 ? <span className="text-ink-3"> +{more.length}</span> : null}
    </p>
  )
