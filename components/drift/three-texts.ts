import { type DiffLine, diffLines } from '../diff/diff-lines'
import { withContext } from '../diff/with-context'

/** A line of one column; marked where it differs. */
export type ColumnLine =
  | { readonly kind: 'same' | 'marked'; readonly text: string }
  | { readonly kind: 'skipped'; readonly count: number }

export type ThreeTexts = {
  readonly live: readonly ColumnLine[]
  readonly seen: readonly ColumnLine[]
  readonly head: readonly ColumnLine[]
}

/**
 * The three texts of a rule, all cut down to the surroundings of what differs between published and Segment. Head is
 * compared with what was published.
 */
export const threeTexts = (live: string | null, seen: string | null, head: string | null): ThreeTexts => {
  const toSeen = withContext(diffLines(live, seen))
  const shown = new Set(toSeen.flatMap((line) => ('left' in line ? [line.left] : [])))
  return {
    live: toSeen.flatMap((line): ColumnLine[] =>
      line.kind === 'added' ? [] : line.kind === 'skipped' ? [line] : [columnLine(line)],
    ),
    seen: toSeen.flatMap((line): ColumnLine[] =>
      line.kind === 'removed' ? [] : line.kind === 'skipped' ? [line] : [columnLine(line)],
    ),
    head: headLines(diffLines(live, head), live === null ? null : shown),
  }
}

const columnLine = ({ kind, text }: DiffLine): ColumnLine => ({
  kind: kind === 'same' ? 'same' : 'marked',
  text,
})

/** `shown`: the published lines that the other columns show; null shows all. */
const headLines = (lines: readonly DiffLine[], shown: ReadonlySet<number> | null): ColumnLine[] => {
  const column: ColumnLine[] = []
  let skipped = 0
  const settle = () => {
    if (skipped > 0) column.push({ kind: 'skipped', count: skipped })
    skipped = 0
  }
  for (const line of lines) {
    if (line.kind === 'removed') continue
    if (line.kind === 'same' && shown !== null && !shown.has(line.left)) {
      skipped += 1
      continue
    }
    settle()
    column.push(columnLine(line))
  }
  settle()
  return column
}
