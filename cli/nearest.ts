/** The name that was probably meant; undefined where none is near. */
export const nearest = (written: string, names: readonly string[]): string | undefined => {
  const found = names
    .map((name) => ({ name, steps: steps(written.toLowerCase(), name) }))
    .sort((a, b) => a.steps - b.steps)[0]
  return found && found.steps <= Math.max(1, found.name.length / 3) ? found.name : undefined
}

/** How many letters were left out, put in, exchanged or swapped with their neighbour, at the least. */
const steps = (a: string, b: string): number => {
  const rows = [Array.from({ length: b.length + 1 }, (_, j) => j)]
  const at = (i: number, j: number) => rows[i]?.[j] ?? Number.POSITIVE_INFINITY
  for (let i = 1; i <= a.length; i += 1) {
    rows.push([i])
    for (let j = 1; j <= b.length; j += 1) {
      const isSwap = a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
      rows[i]?.push(
        Math.min(
          at(i - 1, j) + 1,
          at(i, j - 1) + 1,
          at(i - 1, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1),
          isSwap ? at(i - 2, j - 2) + 1 : Number.POSITIVE_INFINITY,
        ),
      )
    }
  }
  return at(a.length, b.length)
}

/** `; did you mean x?`, or nothing. */
export const didYouMean = (
  written: string,
  names: readonly string[],
  show = (name: string) => name,
): string => {
  const found = nearest(written, names)
  return found === undefined ? '' : `; did you mean ${show(found)}?`
}
