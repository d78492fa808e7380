'use client'
import { WindowTable } from '../data/window-table'
import { Checkbox } from '../ui/checkbox'
import { useKeys } from '../ui/use-keys'
import { useWindowRows } from '../ui/window-rows'
import { boardColumns, boardRowHeight } from './board-columns'
import { BoardRow } from './board-row'
import type { TriageKind } from './triage-dialog'
import { rowName, type ShownRow } from './use-board'
import type { useSelection } from './use-selection'
import { useTriageKeys } from './use-triage-keys'

type BoardTableProps = {
  readonly rows: readonly ShownRow[]
  /** True while the rows answer an older filter. */
  readonly settling: boolean
  readonly hasMore: boolean
  readonly onMore: () => void
  readonly onToggleBundle: (key: string) => void
  readonly onMoreOfBundle: (key: string) => void
  /** Null for whoever may not decide: then nothing can be selected. */
  readonly selection: ReturnType<typeof useSelection> | null
  /** A key asks for a decision, about the row that was reached where none is selected. */
  readonly onKey: (kind: TriageKind | 'reopen', reached: ShownRow | null) => void
}

/** Violations, one row each; j and k go through them, x selects, a, e, w, i and o decide. */
export const BoardTable = ({
  rows,
  settling,
  hasMore,
  onMore,
  onToggleBundle,
  onMoreOfBundle,
  selection,
  onKey,
}: BoardTableProps) => {
  const windowRows = useWindowRows({ count: rows.length, rowHeight: boardRowHeight, hasMore, onMore })
  const { active } = windowRows
  const reached = rows[active] ?? null
  const select = (range: boolean) => {
    if (reached) selection?.toggle(rowName(reached), range)
  }
  const decide = (kind: TriageKind | 'reopen') => {
    if (selection) onKey(kind, reached)
  }
  useKeys({ x: () => select(false), X: () => select(true) })
  useTriageKeys({ ask: decide, reopen: () => decide('reopen') })
  const allSelected = selection !== null && rows.length > 0 && selection.selected.length === rows.length
  const columns = boardColumns.map((column) =>
    column.name === 'Selected'
      ? {
          ...column,
          head: (
            <>
              <span className="sr-only">Selected</span>
              {selection && (
                <Checkbox
                  aria-label="Select all that are shown"
                  checked={allSelected}
                  indeterminate={!allSelected && selection.selected.length > 0}
                  onCheckedChange={selection.setAll}
                />
              )}
            </>
          ),
        }
      : column,
  )
  return (
    <WindowTable
      label="Violations"
      columns={columns}
      rows={windowRows}
      settling={settling}
      row={(index) => {
        const shown = rows[index]
        if (!shown) return null
        const name = rowName(shown)
        return (
          <BoardRow
            key={shown.memberOf === null ? name : `member ${name}`}
            shown={shown}
            index={index}
            isActive={index === active}
            isSelected={selection?.isSelected(name) ?? false}
            onSelect={selection && ((range) => selection.toggle(name, range))}
            onToggleBundle={onToggleBundle}
            onMoreOfBundle={onMoreOfBundle}
          />
        )
      }}
    />
  )
}
