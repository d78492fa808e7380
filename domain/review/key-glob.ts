/**
 * Whether a glob covers a whole name: `*` stands for any text, `?` for one character. Capitals do not matter, so that
 * `order completed` belongs to whoever owns `Order *`. Takes time in proportion to glob times name, whatever they hold.
 */
export const matchesGlob = (glob: string, name: string): boolean => {
  const pattern = [...glob.toLowerCase()]
  const text = [...name.toLowerCase()]
  let at = 0
  let read = 0
  // Where the last star stands, and the text up to which it reaches.
  let star = -1
  let reached = 0
  while (read < text.length) {
    if (pattern[at] === '*') {
      star = at
      reached = read
      at += 1
    } else if (at < pattern.length && (pattern[at] === '?' || pattern[at] === text[read])) {
      at += 1
      read += 1
    } else if (star >= 0) {
      reached += 1
      read = reached
      at = star + 1
    } else return false
  }
  return pattern.slice(at).every((character) => character === '*')
}
