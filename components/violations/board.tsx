'use client'
import { useState } from 'react'
import { useCan } from '../data/use-can'
import { Button } from '../ui/button'
import { BoardTable } from './board-table'
import { TriageButtons } from './triage-buttons'
import { TriageDialog, type TriageKind } from './triage-dialog'
import { rowName, type ShownRow, type useBoard } from './use-board'
import { useSelection } from './use-selection'
import { useTriage } from './use-triage'
import type { BoardActions } from './violation-actions'

type BoardProps = {
  readonly board: ReturnType<typeof useBoard>
  readonly triage: BoardActions['triage']
}

/** The rows, and what is decided about those that are selected. */
export const Board = ({ board, triage }: BoardProps) => {
  const { rows, settling, hasMore, more, toggleBundle, moreOfBundle, filter } = board
  const mayDecide = useCan('triage-violations')
  const selection = useSelection(rows.map(rowName))
  const deciding = useTriage(triage, filter)
  const [asked, setAsked] = useState<{
    readonly kind: TriageKind
    readonly rows: readonly ShownRow[]
  } | null>(null)
  const names = new Set(selection.selected)
  const selected = rows.filter((shown) => names.has(rowName(shown)))
  const reopen = (of: readonly ShownRow[]) =>
    deciding.mutate({ rows: of, change: { status: 'open' }, done: 'reopened' })
  const onKey = (kind: TriageKind | 'reopen', reached: ShownRow | null) => {
    const of = selected.length > 0 ? selected : reached ? [reached] : []
    if (of.length === 0) return
    if (kind === 'reopen') reopen(of)
    else setAsked({ kind, rows: of })
  }
  return (
    <>
      {deciding.isPending && deciding.decided > 0 ? (
        <p role="status" className="py-2 text-ink-2 text-sm tabular-nums">
          {deciding.decided.toLocaleString('en')} decided about; the others follow.
        </p>
      ) : null}
      {selected.length > 0 ? (
        <div
          role="toolbar"
          aria-label="Selected violations"
          className="sticky top-12 z-30 flex flex-wrap items-center gap-2 border-line border-b bg-ground py-2"
        >
          <span className="text-sm tabular-nums">{sizeWords(selected)} selected</span>
          <TriageButtons
            pending={deciding.isPending}
            onAsk={(kind) => setAsked({ kind, rows: selected })}
            onReopen={() => reopen(selected)}
          />
          <Button size="sm" variant="ghost" onClick={() => selection.setAll(false)}>
            Clear
          </Button>
        </div>
      ) : null}
      <BoardTable
        rows={rows}
        settling={settling}
        hasMore={hasMore}
        onMore={more}
        onToggleBundle={toggleBundle}
        onMoreOfBundle={moreOfBundle}
        selection={mayDecide ? selection : null}
        onKey={onKey}
      />
      <TriageDialog
        kind={asked?.kind ?? null}
        what={sizeWords(asked?.rows ?? [])}
        onClose={() => setAsked(null)}
        onDecide={(change, done) => {
          deciding.mutate({ rows: asked?.rows ?? [], change, done })
          selection.setAll(false)
        }}
      />
    </>
  )
}

/** How many violations rows stand for; those that stand beside their bundle count once. */
const sizeWords = (rows: readonly ShownRow[]): string => {
  const bundles = new Set(rows.filter(({ isBundle }) => isBundle).map(({ row }) => row.bundle?.key))
  const size = rows.reduce((sum, { row, isBundle, memberOf }) => {
    if (isBundle) return sum + (row.bundle?.size ?? 1)
    return memberOf !== null && bundles.has(memberOf) ? sum : sum + 1
  }, 0)
  return `${size.toLocaleString('en')} ${size === 1 ? 'violation' : 'violations'}`
}
