/** A line of a comparison. Numbers count from 1 on each side. */
export type DiffLine =
  | { readonly kind: 'same'; readonly text: string; readonly left: number; readonly right: number }
  | { readonly kind: 'removed'; readonly text: string; readonly left: number }
  | { readonly kind: 'added'; readonly text: string; readonly right: number }

// Beyond this many pairs of lines the middle is shown as replaced: a longest match would take seconds.
const maxCells = 4_000_000

/** Compares two texts line by line; of what is between two equal lines, the removed come first. */
export const diffLines = (before: string | null, after: string | null): readonly DiffLine[] => {
  const [a, b] = [linesOf(before), linesOf(after)]
  const head = countWhile(Math.min(a.length, b.length), (at) => a[at] === b[at])
  const tail = countWhile(
    Math.min(a.length, b.length) - head,
    (at) => a[a.length - 1 - at] === b[b.length - 1 - at],
  )
  const same = (left: number, right: number): DiffLine => ({
    kind: 'same',
    text: a[left] ?? '',
    left: left + 1,
    right: right + 1,
  })
  const count = (length: number) => Array.from({ length }, (_, at) => at)
  return [
    ...count(head).map((at) => same(at, at)),
    ...middle(a.slice(head, a.length - tail), b.slice(head, b.length - tail), head),
    ...count(tail).map((at) => same(a.length - tail + at, b.length - tail + at)),
  ]
}

const linesOf = (text: string | null) => (text === null || text === '' ? [] : text.split('\n'))

const countWhile = (most: number, holds: (at: number) => boolean): number => {
  let count = 0
  while (count < most && holds(count)) count += 1
  return count
}

const middle = (a: readonly string[], b: readonly string[], offset: number): DiffLine[] => {
  const removed = (at: number): DiffLine => ({ kind: 'removed', text: a[at] ?? '', left: offset + at + 1 })
  const added = (at: number): DiffLine => ({ kind: 'added', text: b[at] ?? '', right: offset + at + 1 })
  if (a.length * b.length > maxCells)
    return [...a.map((_, at) => removed(at)), ...b.map((_, at) => added(at))]
  const longest = longestMatches(a, b)
  const width = b.length + 1
  const lines: DiffLine[] = []
  let [i, j] = [0, 0]
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      lines.push({ kind: 'same', text: a[i] ?? '', left: offset + i + 1, right: offset + j + 1 })
      i += 1
      j += 1
    } else if (i < a.length && (longest[(i + 1) * width + j] ?? 0) >= (longest[i * width + j + 1] ?? 0)) {
      lines.push(removed(i))
      i += 1
    } else if (j < b.length) {
      lines.push(added(j))
      j += 1
    } else {
      lines.push(removed(i))
      i += 1
    }
  }
  return lines
}

/** At `i * (b.length + 1) + j`: how many lines the rest of `a` from `i` and of `b` from `j` share in order. */
const longestMatches = (a: readonly string[], b: readonly string[]): Uint32Array => {
  const width = b.length + 1
  const longest = new Uint32Array((a.length + 1) * width)
  for (let i = a.length - 1; i >= 0; i -= 1)
    for (let j = b.length - 1; j >= 0; j -= 1)
      longest[i * width + j] =
        a[i] === b[j]
          ? (longest[(i + 1) * width + j + 1] ?? 0) + 1
          : Math.max(longest[(i + 1) * width + j] ?? 0, longest[i * width + j + 1] ?? 0)
  return longest
}
