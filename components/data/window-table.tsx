import type { ReactNode } from 'react'
import { cn } from '../ui/cn'
import type { WindowRows } from '../ui/window-rows'

type Column = {
  readonly name: string
  /** Its width, and from which width of the window it is shown. */
  readonly style: string
  /** What stands in its head, where that is not its name. */
  readonly head?: ReactNode
}

type WindowTableProps = {
  readonly label: string
  readonly columns: readonly Column[]
  /** From `useWindowRows`. */
  readonly rows: WindowRows
  /** True while the rows answer an older filter. */
  readonly settling?: boolean
  /** A `WindowRow` of that index; null where there is none. */
  readonly row: (index: number) => ReactNode
}

/** A table that can grow, on the page's own scroll bar: only the rows in sight are in the document. */
export const WindowTable = ({ label, columns, rows, settling = false, row }: WindowTableProps) => (
  <table
    aria-label={label}
    aria-rowcount={rows.hasMore ? -1 : rows.count + 1}
    className={cn(
      // Borders of cells that stick would stay behind if they were collapsed.
      '-mx-2 w-[calc(100%+1rem)] table-fixed border-separate border-spacing-0 text-sm transition-opacity',
      settling && 'opacity-60',
    )}
  >
    <thead className="sticky top-12 z-20 bg-ground">
      <tr aria-rowindex={1}>
        {columns.map(({ name, style, head }) => (
          <th
            key={name}
            scope="col"
            className={cn('h-8 border-line border-b px-2 text-left font-medium text-ink-3 text-xs', style)}
          >
            {head ?? name}
          </th>
        ))}
      </tr>
    </thead>
    <tbody ref={rows.body}>
      <Room height={rows.before} />
      {rows.indexes.map(row)}
      <Room height={rows.after} />
    </tbody>
  </table>
)

/** Keeps the place of rows that are not in the document. One cell: spanning columns would bring hidden ones back. */
const Room = ({ height }: { readonly height: number }) =>
  height > 0 ? (
    <tr>
      <td height={height} className="p-0" />
    </tr>
  ) : null

type WindowRowProps = {
  readonly index: number
  /** Stands out: reached by j and k, selected or chosen. */
  readonly marked: boolean
  readonly children: ReactNode
}

export const WindowRow = ({ index, marked, children }: WindowRowProps) => (
  <tr
    data-row={index}
    aria-rowindex={index + 2}
    className={cn('relative hover:bg-hover', marked && 'bg-hover')}
  >
    {children}
  </tr>
)

/** A cell of a `WindowRow`; its height is the row's, so it is part of `className`. */
export const windowCell = 'overflow-hidden border-line border-b px-2'

/** The one link of a row, which the whole row leads to. */
export const rowLink =
  'rounded-sm outline-none after:absolute after:inset-0 focus-visible:after:outline-2 focus-visible:after:outline-accent focus-visible:after:-outline-offset-2'
