/** Sorted, disjoint ranges of code points, both ends included. */
export type CharSet = readonly (readonly [from: number, to: number])[]

export const lastChar = 0x10ffff

export const charSet = (ranges: CharSet): CharSet => {
  const joined: [number, number][] = []
  for (const [from, to] of [...ranges].sort((a, b) => a[0] - b[0])) {
    const previous = joined.at(-1)
    if (previous && from <= previous[1] + 1) previous[1] = Math.max(previous[1], to)
    else joined.push([from, to])
  }
  return joined
}

export const inverted = (set: CharSet): CharSet => {
  const gaps: [number, number][] = []
  let next = 0
  for (const [from, to] of set) {
    if (from > next) gaps.push([next, from - 1])
    next = to + 1
  }
  if (next <= lastChar) gaps.push([next, lastChar])
  return gaps
}

export const holdsChar = (set: CharSet, char: number): boolean => {
  let [low, high] = [0, set.length - 1]
  while (low <= high) {
    const middle = (low + high) >> 1
    const [from, to] = set[middle] ?? [0, 0]
    if (char < from) high = middle - 1
    else if (char > to) low = middle + 1
    else return true
  }
  return false
}
