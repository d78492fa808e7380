'use client'
import { pages } from '@/contracts/paths'
import type { SourceRow } from '@/contracts/source'
import { rowLink, WindowRow, WindowTable, windowCell } from '../data/window-table'
import { cn } from '../ui/cn'
import { IntentLink } from '../ui/intent-link'
import { RelativeTime } from '../ui/relative-time'
import { useWindowRows } from '../ui/window-rows'
import { routeName } from './route-words'

type SourceTableProps = {
  readonly rows: readonly SourceRow[]
  /** True while the rows answer an older filter. */
  readonly settling: boolean
  readonly hasMore: boolean
  readonly onMore: () => void
}

const columns = [
  { name: 'Source', style: 'w-auto' },
  { name: 'Plan', style: 'w-36 max-lg:hidden' },
  { name: 'What happens to bad data', style: 'w-72 max-xl:hidden' },
  { name: 'Violations come by', style: 'w-44 max-md:hidden' },
  { name: 'Calls, 24 h', style: 'w-24 text-right max-md:hidden' },
  { name: 'Blocked', style: 'w-20 text-right max-lg:hidden' },
  { name: 'Violations', style: 'w-20 text-right' },
  { name: 'Last event', style: 'w-28 text-right max-sm:hidden' },
] as const

const cellStyle = cn(windowCell, 'h-16')

export const SourceTable = ({ rows, settling, hasMore, onMore }: SourceTableProps) => {
  const shown = useWindowRows({ count: rows.length, rowHeight: 64, hasMore, onMore })
  return (
    <WindowTable
      label="Sources"
      columns={columns}
      rows={shown}
      settling={settling}
      row={(index) => {
        const row = rows[index]
        return row ? (
          <Row
            key={`${row.workspace.id} ${row.id}`}
            row={row}
            index={index}
            isActive={index === shown.active}
          />
        ) : null
      }}
    />
  )
}

type RowProps = { readonly row: SourceRow; readonly index: number; readonly isActive: boolean }

const Row = ({ row, index, isActive }: RowProps) => (
  <WindowRow index={index} marked={isActive}>
    <td className={cn(cellStyle, columns[0].style)}>
      <IntentLink href={pages.source(row.id)} className={cn(rowLink, 'block truncate font-medium')}>
        {row.name}
      </IntentLink>
      <p className="truncate text-ink-3 text-xs">
        {row.kind}
        {row.enabled ? null : <span className="text-warn"> · turned off</span>}
        <span> · {row.workspace.name}</span>
      </p>
    </td>
    <td className={cn(cellStyle, columns[1].style)}>
      <p className="truncate text-ink-2">{row.plan?.name ?? <span className="text-ink-3">none</span>}</p>
    </td>
    <td className={cn(cellStyle, columns[2].style)}>
      <p className="line-clamp-2 text-ink-2 text-xs" title={row.summary}>
        {row.summary}
      </p>
    </td>
    <td className={cn(cellStyle, columns[3].style)}>
      <Routes row={row} />
    </td>
    <td className={cn(cellStyle, columns[4].style, 'text-ink-2 tabular-nums')}>
      {row.lastDay.volume.toLocaleString('en')}
    </td>
    <td className={cn(cellStyle, columns[5].style, 'text-ink-2 tabular-nums')}>
      {row.lastDay.blocked.toLocaleString('en')}
    </td>
    <td className={cn(cellStyle, columns[6].style, 'font-medium tabular-nums')}>
      {row.lastDay.violations.toLocaleString('en')}
    </td>
    <td className={cn(cellStyle, columns[7].style, 'whitespace-nowrap text-xs')}>
      {row.lastEventAt ? (
        <RelativeTime at={row.lastEventAt} />
      ) : (
        <span className="text-ink-3">none counted</span>
      )}
    </td>
  </WindowRow>
)

const Routes = ({ row: { plan, routes } }: { readonly row: SourceRow }) => {
  if (routes.length === 0)
    return <p className="text-ink-3 text-xs">{plan ? 'nothing connected' : 'no plan, none needed'}</p>
  const [newest] = routes.map(({ lastArrivalAt }) => lastArrivalAt ?? '').sort((a, b) => (a < b ? 1 : -1))
  return (
    <>
      <p className="truncate text-ink-2 text-xs">{routes.map(({ route }) => routeName(route)).join(', ')}</p>
      <p className="text-ink-3 text-xs">
        {newest ? (
          <>
            last <RelativeTime at={newest} />
          </>
        ) : (
          'nothing has come yet'
        )}
      </p>
    </>
  )
}
