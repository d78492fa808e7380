/**
 * How well a name answers a search, best first: 0 is it, 1 begins so, 2 has a word that begins so, 3 holds it
 * somewhere. Null where it does not. Case does not matter; spaces, `_`, `-`, `.` and humps divide words.
 */
export const nameRank = (name: string, search: string): 0 | 1 | 2 | 3 | null => {
  const [held, wanted] = [name.toLowerCase(), search.trim().toLowerCase()]
  if (wanted === '' || !held.includes(wanted)) return null
  if (held === wanted) return 0
  if (held.startsWith(wanted)) return 1
  return wordsOf(name).some((rest) => rest.toLowerCase().startsWith(wanted)) ? 2 : 3
}

/** The name from each of its words on. */
const wordsOf = (name: string): string[] =>
  [...name.matchAll(/(?<=[\s_.\-/])[^\s_.\-/]|(?<=\p{Ll})\p{Lu}/gu)].map(({ index }) => name.slice(index))
