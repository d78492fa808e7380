import type { ShownLine } from './with-context'

type Side = { readonly number: number; readonly text: string; readonly changed: boolean }

/** A row of two columns; a side is null where the other one has a line more. */
export type SideRow =
  | { readonly kind: 'lines'; readonly left: Side | null; readonly right: Side | null }
  | { readonly kind: 'skipped'; readonly count: number }

/** Lines in two columns: what was removed stands beside what came in its place. */
export const sideBySide = (lines: readonly ShownLine[]): readonly SideRow[] => {
  const rows: SideRow[] = []
  let removed: Side[] = []
  let added: Side[] = []
  const settle = () => {
    const length = Math.max(removed.length, added.length)
    for (let at = 0; at < length; at += 1)
      rows.push({ kind: 'lines', left: removed[at] ?? null, right: added[at] ?? null })
    removed = []
    added = []
  }
  for (const line of lines) {
    if (line.kind === 'removed') removed.push({ number: line.left, text: line.text, changed: true })
    else if (line.kind === 'added') added.push({ number: line.right, text: line.text, changed: true })
    else {
      settle()
      if (line.kind === 'skipped') rows.push(line)
      else
        rows.push({
          kind: 'lines',
          left: { number: line.left, text: line.text, changed: false },
          right: { number: line.right, text: line.text, changed: false },
        })
    }
  }
  settle()
  return rows
}
