'use client'
import { useTable } from '@tanstack/react-table'
import { useMemo } from 'react'
import type { CatalogRow } from '@/contracts/rule'
import { WindowRow, WindowTable, windowCell } from '../data/window-table'
import { cn } from '../ui/cn'
import { useWindowRows } from '../ui/window-rows'
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
  const shown = useWindowRows({ count: rows.length, rowHeight: 37, hasMore, onMore })
  const model = table.getRowModel().rows
  return (
    <WindowTable
      label="Events"
      columns={table.getFlatHeaders().map((header) => ({
        name: header.column.id,
        style: columnStyle[header.column.id] ?? '',
        head: <table.FlexRender header={header} />,
      }))}
      rows={shown}
      settling={settling}
      row={(index) => {
        const row = model[index]
        return row ? (
          <WindowRow key={row.id} index={index} marked={index === shown.active}>
            {row.getAllCells().map((cell) => (
              <td key={cell.id} className={cn(windowCell, 'h-[37px]', columnStyle[cell.column.id])}>
                <table.FlexRender cell={cell} />
              </td>
            ))}
          </WindowRow>
        ) : null
      }}
    />
  )
}
