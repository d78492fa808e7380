import { isJsonObject, type Json, type JsonObject } from '../plan/json'

/** A name of calls that was seen, how often, and what some of these calls carried. */
export type SeenName = {
  readonly name: string
  readonly count: number
  readonly samples: readonly JsonObject[]
}

export type PartKind = 'email' | 'url' | 'uuid' | 'date' | 'quoted' | 'id' | 'path' | 'number'

/** A part of a name that is a value, and the property that should carry it. */
export type FamilyPart = {
  readonly kind: PartKind
  readonly property: string
  /** Calls carry the same value under this property already. */
  readonly isSent: boolean
}

/** Names that are one event with a value put into its name. */
export type EventFamily = {
  /** `Viewed Product {product_id}`. */
  readonly template: string
  /** What the event is called without the value. */
  readonly name: string
  readonly parts: readonly FamilyPart[]
  /** Most seen first. */
  readonly members: readonly { readonly name: string; readonly count: number }[]
  readonly count: number
}

type Form = { readonly kind: PartKind; readonly pattern: string; readonly isCertain: boolean }

/** In the order in which they are looked for. `isCertain`: one such name is enough, nobody plans one. */
const forms: readonly Form[] = [
  { kind: 'email', pattern: String.raw`[^\s@"'<>()]+@[^\s@"'<>()]+\.\p{L}{2,}`, isCertain: true },
  { kind: 'url', pattern: String.raw`[a-z][a-z0-9+.-]*:\/\/[^\s"'<>]+`, isCertain: true },
  {
    kind: 'uuid',
    pattern: String.raw`(?<![\p{L}\p{N}])[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}(?![\p{L}\p{N}])`,
    isCertain: true,
  },
  {
    kind: 'date',
    pattern: String.raw`(?<!\d)(?:19|20)\d\d[-/.](?:0?[1-9]|1[0-2])(?:[-/.](?:0?[1-9]|[12]\d|3[01]))?(?:[T ]\d\d:\d\d[\d:.]*Z?)?(?!\d)`,
    isCertain: false,
  },
  // A quote within a word is an apostrophe.
  {
    kind: 'quoted',
    pattern: String.raw`(?<![\p{L}\p{N}])(?:"[^"]+"|'[^']+'|“[^”]+”|‘[^’]+’|«[^»]+»)(?![\p{L}\p{N}])`,
    isCertain: false,
  },
  { kind: 'path', pattern: String.raw`(?<![^\s:])\/[\w.~%-]+(?:\/[\w.~%-]*)*`, isCertain: false },
  // Letters and digits mixed, long enough to be no word: hex, order numbers, codes.
  {
    kind: 'id',
    pattern: String.raw`(?<![\p{L}\p{N}])(?=[A-Za-z_-]*\d)(?=[\d_-]*[A-Za-z])(?=(?:[A-Za-z_-]*\d){2})[A-Za-z0-9]{6,}(?:[-_][A-Za-z0-9]+)*(?![\p{L}\p{N}])`,
    isCertain: false,
  },
  { kind: 'number', pattern: String.raw`(?<![\p{L}\p{N}.])\d+(?![\p{L}\p{N}]|\.\d)`, isCertain: false },
]

const anyForm = new RegExp(forms.map(({ pattern }) => `(${pattern})`).join('|'), 'giu')

type Parsed = SeenName & { readonly key: string; readonly words: string; readonly parts: readonly Part[] }
type Part = {
  readonly kind: PartKind
  readonly text: string
  readonly before: string
  readonly after: string
}

/**
 * Families among names that were seen, most calls first. `planned` are names that the plan holds: they are no members,
 * and where the plan holds several of one form (`Step 1`, `Step 2`), the form is meant. Time grows with the number of
 * names and no faster.
 */
export const eventFamilies = (
  seen: readonly SeenName[],
  planned: readonly string[],
  propertyNames: readonly string[] = [],
): readonly EventFamily[] => {
  const isPlanned = new Set(planned)
  const meant = new Map<string, number>()
  for (const name of planned) {
    const { key, parts } = parse({ name, count: 0, samples: [] })
    if (parts.length > 0) meant.set(key, (meant.get(key) ?? 0) + 1)
  }
  const groups = new Map<string, Parsed[]>()
  for (const one of seen) {
    if (isPlanned.has(one.name)) continue
    const parsed = parse(one)
    if (parsed.parts.length === 0 || (meant.get(parsed.key) ?? 0) > 1) continue
    const group = groups.get(parsed.key)
    if (group) group.push(parsed)
    else groups.set(parsed.key, [parsed])
  }
  const isCamel = usesCamel(propertyNames)
  return [...groups.values()]
    .filter(isFamily)
    .map((group) => familyOf(group, isCamel))
    .sort((a, b) => b.count - a.count || (a.template < b.template ? -1 : 1))
}

const longestName = 500
/** Stands for a value; of the characters that no text has a meaning for. */
const mark = '\uE000'

const parse = (seen: SeenName): Parsed => {
  const name = seen.name.slice(0, longestName).replaceAll(mark, '')
  const parts: Part[] = []
  let [key, words, at] = ['', '', 0]
  for (const match of name.matchAll(anyForm)) {
    const kind = forms[match.slice(1).findIndex((found) => found !== undefined)]?.kind ?? 'number'
    const end = match.index + match[0].length
    key += `${name.slice(at, match.index)}${mark}${kind}${mark}`
    words += `${name.slice(at, match.index)}${mark}`
    parts.push({ kind, text: match[0], before: name.slice(0, match.index), after: name.slice(end) })
    at = end
  }
  return { ...seen, key: key + name.slice(at), words: words + name.slice(at), parts }
}

const fewestStrong = 2
/** Steps, levels and places are counted by small numbers, and a plan may lag behind a few of them. */
const fewestWeak = 12

const isFamily = (group: readonly Parsed[]): boolean => {
  const [first] = group
  if (first === undefined || letters(first.words) === 0) return false
  const certain = forms.filter(({ isCertain }) => isCertain).map(({ kind }) => kind)
  if (first.parts.some(({ kind }) => certain.includes(kind))) return true
  return first.parts.some((_, i) => {
    const values = [...new Set(group.flatMap(({ parts }) => parts[i]?.text ?? []))]
    return values.filter(isStrong).length >= fewestStrong || values.length >= fewestWeak
  })
}

const letters = (text: string): number => text.replace(/[^\p{L}]/gu, '').length

/** A number of three digits is an id, unless it can be a year. */
const isStrong = (value: string): boolean => !/^\d{1,2}$|^(19|20)\d\d$/.test(value)

const familyOf = (group: readonly Parsed[], isCamel: boolean): EventFamily => {
  const [first] = group as [Parsed]
  const taken = new Set<string>()
  const parts = first.parts.map((part, i): FamilyPart => {
    const sent = propertyWith(group, i)
    const property = sent ?? unused(proposed(part, isCamel), taken)
    taken.add(property)
    return { kind: part.kind, property, isSent: sent !== null }
  })
  let next = 0
  const template = first.words.replaceAll(mark, () => `{${parts[next++]?.property ?? 'value'}}`)
  const members = group
    .map(({ name, count }) => ({ name, count }))
    .sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1))
  return {
    ...{ template, name: tidy(first.words), parts, members },
    count: members.reduce((sum, { count }) => sum + count, 0),
  }
}

/** Without the signs that only led to the value: `Viewed Product: ` is `Viewed Product`. */
const tidy = (words: string): string =>
  words
    .replace(/[\s:#=([\-–—/|]*\uE000[\s)\]]*/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()

const unused = (property: string, taken: ReadonlySet<string>): string => {
  if (!taken.has(property)) return property
  for (let number = 2; ; number += 1) if (!taken.has(`${property}_${number}`)) return `${property}_${number}`
}

/** The property that carries the part in every sample that there is; null where there is none. */
const propertyWith = (group: readonly Parsed[], i: number): string | null => {
  const samples = group.flatMap(({ samples, parts }) =>
    samples.map((properties) => ({ properties, text: unquoted(parts[i]?.text ?? '') })),
  )
  const [first] = samples
  if (first === undefined) return null
  const names = Object.keys(first.properties).filter((name) =>
    samples.every(({ properties, text }) => isText(properties, name, text)),
  )
  return names[0] ?? null
}

const isText = (properties: Json, name: string, text: string): boolean => {
  const value = isJsonObject(properties) && Object.hasOwn(properties, name) ? properties[name] : undefined
  return (typeof value === 'string' || typeof value === 'number') && String(value) === text
}

const unquoted = (text: string): string => text.replace(/^["'“‘«]|["'”’»]$/g, '')

const ownName: Readonly<Partial<Record<PartKind, string>>> = {
  email: 'email',
  url: 'url',
  path: 'path',
  date: 'date',
}

/** From the word before the part, else the one after it: `Viewed Product 123` makes `product_id`. */
const proposed = ({ kind, before, after }: Part, isCamel: boolean): string => {
  const word = (before.match(/\p{L}+/gu)?.at(-1) ?? after.match(/\p{L}+/u)?.[0] ?? '').toLowerCase()
  const end = kind === 'quoted' ? 'name' : 'id'
  const whole = ownName[kind] ?? (word === '' ? end : `${word}_${end}`)
  return isCamel ? whole.replace(/_(\p{L})/gu, (_, letter: string) => letter.toUpperCase()) : whole
}

const usesCamel = (names: readonly string[]): boolean => {
  const camel = names.filter((name) => /^\p{Ll}+\p{Lu}/u.test(name)).length
  return camel > names.filter((name) => name.includes('_')).length
}
