/** `orderId`, `order_id`, `Order ID` and `order-ids` are the words order, id. */
export const wordsOf = (name: string): readonly string[] => {
  const { bump, acronym, sign } = /^[\x20-\x7e]*$/.test(name) ? ascii : unicode
  return name
    .replace(bump, '$1 $2')
    .replace(acronym, '$1 $2')
    .split(sign)
    .filter((word) => word !== '')
    .map((word) => word.toLowerCase())
}

const unicode = {
  bump: /([\p{Ll}\p{N}])(\p{Lu})/gu,
  acronym: /(\p{Lu})(\p{Lu}\p{Ll}{2})/gu,
  sign: /[^\p{L}\p{N}]+/u,
}
/** The same for most names, several times faster. */
const ascii = { bump: /([a-z0-9])([A-Z])/g, acronym: /([A-Z])([A-Z][a-z]{2})/g, sign: /[^A-Za-z0-9]+/ }

/** The same for names that differ in case, spacing, signs or plural only; a name of signs is like no other. */
export const sameness = (name: string): string => wordsOf(name).map(singular).join(' ') || name

const singular = (word: string): string => {
  if (word.length < 4 || !word.endsWith('s') || word.endsWith('ss')) return word
  if (word.endsWith('ies')) return `${word.slice(0, -3)}y`
  return /(ch|sh|ss|x|z)es$/.test(word) ? word.slice(0, -2) : word.slice(0, -1)
}

export type Casing = 'snake_case' | 'camelCase' | 'kebab-case' | 'Title Case' | 'PascalCase'

/** Words that English titles leave small. */
const small = 'a|an|and|as|at|by|for|from|in|into|of|on|onto|or|per|the|to|via|vs|with'
const large = '[\\p{Lu}\\p{N}][\\p{L}\\p{N}]*'

const casings: Readonly<Record<Casing, RegExp>> = {
  snake_case: /^[\p{Ll}\p{N}]+(_[\p{Ll}\p{N}]+)*$/u,
  camelCase: /^\p{Ll}[\p{L}\p{N}]*$/u,
  'kebab-case': /^[\p{Ll}\p{N}]+(-[\p{Ll}\p{N}]+)*$/u,
  'Title Case': new RegExp(`^${large}( (${large}|${small}))*$`, 'u'),
  PascalCase: /^\p{Lu}[\p{L}\p{N}]*$/u,
}

/** Whether a name can be read as written in a casing: `id` fits three of them, `Clicked` two. */
export const fitsCasing = (name: string, casing: Casing): boolean =>
  casings[casing].test(casing === 'Title Case' ? withoutSigns(name) : name)

/** Signs between the words of a title belong to the sentence: `Checkout: Step 2`, `Today's Offer`, `Sign-Up`. */
const withoutSigns = (name: string): string =>
  /^[a-z0-9 ]*$/i.test(name)
    ? name
    : name
        .replace(/(?<=\p{L})['’](?=\p{L})/gu, '')
        .replace(/[^\p{L}\p{N}_]+/gu, ' ')
        .trim()

/** One word in small letters is snake case as much as camel case, so it tells nothing of what is usual. */
const tellsCasing = (name: string): boolean => !/^[\p{Ll}][\p{Ll}\p{N}]*$/u.test(name)

/** What most names do, each counted as often as it occurs, when more than half of those that tell do; or undefined. */
export const usualCasing = (names: ReadonlyMap<string, number>): Casing | undefined => {
  const telling = [...names].filter(([name]) => tellsCasing(name))
  const countOf = (some: typeof telling) => some.reduce((sum, [, count]) => sum + count, 0)
  const total = countOf(telling)
  const [first, second] = (Object.keys(casings) as Casing[])
    .map((casing) => ({ casing, count: countOf(telling.filter(([name]) => fitsCasing(name, casing))) }))
    .sort((a, b) => b.count - a.count)
  if (!first || total < 3 || first.count * 2 <= total || first.count === second?.count) return undefined
  return first.casing
}
