/**
 * Which of some names, each given as its words in small letters, are others with one typing error: a letter left out,
 * put in or swapped with its neighbour in one long word, or replaced in a very long one. Short words and first letters
 * do not count, since Cart and Card, Locked and Blocked are words of their own; nor do digits, which tell steps apart,
 * nor two words that each stand in several names, since an error seldom comes twice.
 */
export const nearMisses = (names: readonly (readonly string[])[]): ReadonlyMap<string, readonly string[]> => {
  const distinct = [...new Map(names.map((words) => [words.join(' '), words]))]
  const uses = new Map<string, number>()
  for (const [, words] of distinct)
    for (const word of new Set(words)) uses.set(word, (uses.get(word) ?? 0) + 1)
  const misses = new Map<string, string[]>()
  for (const group of sharingVariants(distinct))
    for (const [name, words] of group)
      for (const [other, others] of group)
        if (name !== other && !misses.get(name)?.includes(other) && isNear(words, others, uses))
          misses.set(name, [...(misses.get(name) ?? []), other])
  return misses
}

const long = 6
const veryLong = 8

type Named = readonly [name: string, words: readonly string[]]

/** Names that are the same once a letter after the first of one long word is left out of each, or of one of them. */
const sharingVariants = (names: readonly Named[]): readonly (readonly Named[])[] => {
  const firsts = new Map<string, Named>()
  const groups = new Map<string, Named[]>()
  const add = (variant: string, named: Named): void => {
    const first = firsts.get(variant)
    if (first === undefined) firsts.set(variant, named)
    else if (first !== named) {
      const group = groups.get(variant)
      if (group) group.push(named)
      else groups.set(variant, [first, named])
    }
  }
  for (const named of names) {
    const [name, words] = named
    add(name, named)
    let start = 0
    for (const word of words) {
      if (word.length >= long && !/\d/.test(word))
        for (let at = start + 1; at < start + word.length; at += 1)
          add(name.slice(0, at) + name.slice(at + 1), named)
      start += word.length + 1
    }
  }
  return [...groups.values()]
}

const isNear = (
  words: readonly string[],
  others: readonly string[],
  uses: ReadonlyMap<string, number>,
): boolean => {
  if (words.length !== others.length) return false
  const [at, second] = [...words.keys()].filter((i) => words[i] !== others[i])
  if (at === undefined || second !== undefined) return false
  const [word = '', other = ''] = [words[at], others[at]]
  const isRare = uses.get(word) === 1 || uses.get(other) === 1
  return isRare && !areBothWords(word, other) && isTypingError(word, other)
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
