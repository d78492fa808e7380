import { grouped } from './grouped'

/** `orderId`, `order_id`, `Order ID` and `order-ids` are the words order, id. */
export const wordsOf = (name: string): readonly string[] =>
  name
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
    .map((word) => word.toLowerCase())

/** The same for names that differ in case, spacing, signs or plural only. */
export const sameness = (name: string): string => wordsOf(name).map(singular).join(' ')

const singular = (word: string): string =>
  word.length > 3 && word.endsWith('s') && !word.endsWith('ss') ? word.slice(0, -1) : word

export type Casing = 'snake_case' | 'camelCase' | 'kebab-case' | 'Title Case' | 'PascalCase' | 'other'

const casings: readonly (readonly [Casing, RegExp])[] = [
  ['snake_case', /^[a-z][a-z0-9]*(_[a-z0-9]+)*$/],
  ['camelCase', /^[a-z][a-zA-Z0-9]*$/],
  ['kebab-case', /^[a-z][a-z0-9]*(-[a-z0-9]+)+$/],
  ['Title Case', /^[A-Z0-9][A-Za-z0-9]*( [A-Z0-9][A-Za-z0-9]*)+$/],
  ['PascalCase', /^[A-Z][A-Za-z0-9]*$/],
]

export const casingOf = (name: string): Casing => casings.find(([, form]) => form.test(name))?.[0] ?? 'other'

/** One word in small letters is snake case as much as camel case, so it tells nothing. */
export const tellsCasing = (name: string): boolean => !/^[a-z][a-z0-9]*$/.test(name)

/** What most of the names do, when more than half of those that tell do; undefined otherwise. */
export const usualCasing = (names: readonly string[]): Casing | undefined => {
  const telling = names.filter(tellsCasing).map(casingOf)
  const counts = grouped(telling, String)
  const [first] = [...counts].sort(([, a], [, b]) => b.length - a.length)
  const usual = first?.[1][0]
  if (first === undefined || usual === undefined || usual === 'other') return undefined
  return telling.length > 2 && first[1].length * 2 > telling.length ? usual : undefined
}
