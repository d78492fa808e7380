/**
 * Which of some names, each given as its words in small letters, are others with one typing error: a letter left out,
 * put in or swapped with its neighbour in one long word, or replaced in a very long one. Short words and first letters
 * do not count, since Cart and Card, Locked and Blocked are words of their own; nor do digits, which tell steps apart,
 * nor two words that each stand in several names, since an error seldom comes twice.
 */
export const nearMisses = (names: readonly (readonly string[])[]): ReadonlyMap<string, readonly string[]> => {
  const byName = new Map(names.map((words) => [words.join(' '), words]))
  const uses = new Map<string, number>()
  for (const words of byName.values())
    for (const word of new Set(words)) uses.set(word, (uses.get(word) ?? 0) + 1)
  const near = nearWords(uses)
  const misses = new Map<string, readonly string[]>()
  for (const [name, words] of near.size === 0 ? [] : byName) {
    const others = words.flatMap((word, i) =>
      (near.get(word) ?? []).map((other) => words.with(i, other).join(' ')).filter((one) => byName.has(one)),
    )
    if (others.length > 0) misses.set(name, others)
  }
  return misses
}

const long = 6
const veryLong = 8

/** Words that are a typing error apart and of which one stands in a single name, both ways round. */
const nearWords = (uses: ReadonlyMap<string, number>): ReadonlyMap<string, readonly string[]> => {
  const near = new Map<string, Set<string>>()
  const isNear = (word: string, other: string): boolean =>
    (uses.get(word) === 1 || uses.get(other) === 1) &&
    !areBothWords(word, other) &&
    isTypingError(word, other)
  for (const group of sharingVariants([...uses.keys()]))
    for (const word of group)
      for (const other of group)
        if (word !== other && isNear(word, other)) near.set(word, (near.get(word) ?? new Set()).add(other))
  return new Map([...near].map(([word, others]) => [word, [...others]]))
}

/** Long words that are the same once a letter after the first is left out of each, or of one of them. */
const sharingVariants = (words: readonly string[]): readonly (readonly string[])[] => {
  const groups = new Map<string, Set<string>>()
  for (const word of words) {
    if (word.length < long || /\d/.test(word)) continue
    for (let at = 0; at < word.length; at += 1) {
      // Leaving out nothing, too: one of the words may be the other without a letter.
      const variant = at === 0 ? word : word.slice(0, at) + word.slice(at + 1)
      groups.set(variant, (groups.get(variant) ?? new Set()).add(word))
    }
  }
  return [...groups.values()].filter(({ size }) => size > 1).map((group) => [...group])
}

const isTypingError = (word: string, other: string): boolean => {
  const [shorter, longer] = word.length <= other.length ? [word, other] : [other, word]
  if (shorter.length < long || shorter[0] !== longer[0] || /\d/.test(word + other)) return false
  let from = 0
  while (from < shorter.length && shorter[from] === longer[from]) from += 1
  const rest = (text: string, skip: number) => text.slice(from + skip)
  if (longer.length === shorter.length + 1) return rest(longer, 1) === rest(shorter, 0)
  if (longer.length > shorter.length) return false
  const isSwapped =
    shorter[from] === longer[from + 1] &&
    shorter[from + 1] === longer[from] &&
    rest(shorter, 2) === rest(longer, 2)
  return isSwapped || (shorter.length >= veryLong && rest(shorter, 1) === rest(longer, 1))
}

/** English words of business that look like typing errors of each other. */
const confusable = new Set(
  'contact contract|reminder remainder|personal personnel|planned planed|launched lunched|received relieved'
    .concat('|customer costumer|recorded recoded|reviewed revised|compliment complement|principal principle')
    .split('|'),
)

const areBothWords = (word: string, other: string): boolean =>
  confusable.has(`${word} ${other}`) || confusable.has(`${other} ${word}`)
