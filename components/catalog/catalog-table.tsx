'use client'
import { useTable } from '@tanstack/react-table'
import { useWindowVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import type { CatalogRow } from '@/contracts/rule'
import { cn } from '../ui/cn'
import { useRowKeys } from '../ui/use-row-keys'
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

const rowHeight = 37
/** What the server, which has no window, assumes; the browser measures right after. */
const assumedWindow = { width: 1440, height: 900 }

/** Thousands of rows on the page's own scroll bar: only those in sight are in the document. */
export const CatalogTable = ({ plan, version, rows, settling, hasMore, onMore }: CatalogTableProps) => {
  const columns = useMemo(() => catalogColumns(plan, version), [plan, version])
  const table = useTable({ features: catalogFeatures, columns, data: rows as CatalogRow[] })
  const body = useRef<HTMLTableSectionElement>(null)
  const scrollMargin = useTop(body)
  const virtual = useWindowVirtualizer({
    count: rows.length,
    estimateSize: () => rowHeight,
    overscan: 16,
    initialRect: assumedWindow,
    scrollMargin,
    scrollPaddingStart: 96,
  })
  const items = virtual.getVirtualItems()
  const first = items[0]
  const last = items.at(-1)
  useMore(last?.index ?? -1, rows.length, hasMore, onMore)
  const active = useRowKeys(body, rows.length, (index) => virtual.scrollToIndex(index))
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
        <Space height={(first?.start ?? scrollMargin) - scrollMargin} />
        {items.map(({ index }) => {
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
        <Space height={virtual.getTotalSize() - ((last?.end ?? scrollMargin) - scrollMargin)} />
      </tbody>
    </table>
  )
}

/** Keeps the place of rows that are not in the document. One cell: spanning columns would bring hidden ones back. */
const Space = ({ height }: { readonly height: number }) =>
  height > 0 ? (
    <tr>
      <td height={height} className="p-0" />
    </tr>
  ) : null

const useMore = (lastSeen: number, count: number, hasMore: boolean, onMore: () => void) => {
  useEffect(() => {
    if (hasMore && lastSeen >= count - 30) onMore()
  }, [lastSeen, count, hasMore, onMore])
}

/** How far from the top of the page an element begins, in CSS pixels. */
const useTop = (element: React.RefObject<HTMLElement | null>): number => {
  const [top, setTop] = useState(0)
  useLayoutEffect(() => {
    const measure = () => setTop((element.current?.getBoundingClientRect().top ?? 0) + window.scrollY)
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(document.body)
    return () => observer.disconnect()
  }, [element])
  return top
}
