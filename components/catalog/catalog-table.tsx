'use client'
import { useTable } from '@tanstack/react-table'
import { useMemo, useRef } from 'react'
import type { CatalogRow } from '@/contracts/rule'
import { cn } from '../ui/cn'
import { RowSpace, useWindowRows } from '../ui/window-rows'
import { catalogColumns, catalogFeatures, columnStyle } from './catalog-columns'

type CatalogTableProps = {
  readonly plan: string
  readonly version: number | null
  readonly rows: readonly CatalogRow[]
  /** True while the rows answer an older filter. */
  readonly settling: boolean
  readonly hasMore: boolean
  readonly onMore: () => void
}

/** Thousands of rows on the page's own scroll bar: only those in sight are in the document. */
export const CatalogTable = ({ plan, version, rows, settling, hasMore, onMore }: CatalogTableProps) => {
  const columns = useMemo(() => catalogColumns(plan, version), [plan, version])
  const table = useTable({ features: catalogFeatures, columns, data: rows as CatalogRow[] })
  const body = useRef<HTMLTableSectionElement>(null)
  const { indexes, before, after, active } = useWindowRows(body, {
    count: rows.length,
    rowHeight: 37,
    hasMore,
    onMore,
  })
  const model = table.getRowModel().rows
  return (
    <table
      aria-label="Events"
      aria-rowcount={hasMore ? -1 : rows.length + 1}
      className={cn(
        '-mx-2 w-[calc(100%+1rem)] table-fixed border-separate border-spacing-0 text-sm transition-opacity',
        settling && 'opacity-60',
      )}
    >
      <thead className="sticky top-12 z-20 bg-ground">
        {table.getHeaderGroups().map((group) => (
          <tr key={group.id} aria-rowindex={1}>
            {group.headers.map((header) => (
              <th
                key={header.id}
                scope="col"
                className={cn(
                  'h-8 border-line border-b px-2 text-left font-medium text-ink-3 text-xs',
                  columnStyle[header.column.id],
                )}
              >
                <table.FlexRender header={header} />
              </th>
            ))}
          </tr>
        ))}
      </thead>
      <tbody ref={body}>
        <RowSpace height={before} />
        {indexes.map((index) => {
          const row = model[index]
          if (!row) return null
          return (
            <tr
              key={row.id}
              data-row={index}
              aria-rowindex={index + 2}
              className={cn('relative hover:bg-hover', index === active && 'bg-hover')}
            >
              {row.getAllCells().map((cell) => (
                <td
                  key={cell.id}
                  className={cn(
                    'h-[37px] overflow-hidden border-line border-b px-2',
                    columnStyle[cell.column.id],
                  )}
                >
                  <table.FlexRender cell={cell} />
                </td>
              ))}
            </tr>
          )
        })}
        <RowSpace height={after} />
      </tbody>
    </table>
  )
}
