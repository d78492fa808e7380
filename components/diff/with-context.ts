import type { DiffLine } from './diff-lines'

export type ShownLine = DiffLine | { readonly kind: 'skipped'; readonly count: number }

/** Leaves out runs of equal lines, all but `context` of them beside each change. */
export const withContext = (lines: readonly DiffLine[], context = 3): readonly ShownLine[] => {
  const near = new Set<number>()
  lines.forEach((line, at) => {
    if (line.kind === 'same') return
    for (let beside = at - context; beside <= at + context; beside += 1) near.add(beside)
  })
  const shown: ShownLine[] = []
  let skipped = 0
  lines.forEach((line, at) => {
    if (!near.has(at)) {
      skipped += 1
      return
    }
    if (skipped > 0) shown.push({ kind: 'skipped', count: skipped })
    skipped = 0
    shown.push(line)
  })
  return skipped > 0 ? [...shown, { kind: 'skipped', count: skipped }] : shown
}
