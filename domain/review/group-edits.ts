import type { Level } from '../impact/verdict'
import { isJsonObject, type Json } from '../plan/json'
import { printSorted } from '../plan/print-json'
import type { RuleId } from '../plan/rule'
import { hashText } from '../plan/rule-hash'
import { compareRuleIds } from '../plan/rule-id'

/** A change with its opinions, as far as two of them can be told apart by what they do. */
export type GroupedChange = {
  readonly kind: string
  readonly pointer?: string | undefined
  readonly before?: unknown
  readonly after?: unknown
  readonly sentence: string
  readonly senders: Level
  readonly readers: Level
}

/** What an edit does, as far as edits are put together by it. */
export type DoneByEdit = {
  /** Its `whatIsDone`. */
  readonly does: string
  /** The worst opinion on any of its changes; null where nothing changes. */
  readonly worst: Level | null
}

export type EditGroup<Edit> = {
  /** Names what the edits do; the same for the same changes, whatever else is in the request. */
  readonly id: string
  /** In the order of their rules; all of one type of call, and all with the changes of the first. */
  readonly edits: readonly Edit[]
}

/**
 * Puts edits together that do the same. What hurts most comes first, then what is done to most events.
 */
export const groupEdits = <Edit extends RuleId>(
  edits: readonly Edit[],
  doneBy: (edit: Edit) => DoneByEdit,
): readonly EditGroup<Edit>[] => {
  const groups = new Map<string, { readonly edits: Edit[]; readonly worst: Level | null }>()
  for (const edit of [...edits].sort(compareRuleIds)) {
    const { does, worst } = doneBy(edit)
    const group = groups.get(does)
    if (group) group.edits.push(edit)
    else groups.set(does, { edits: [edit], worst })
  }
  return [...groups]
    .sort(([, a], [, b]) => riskOf(a.worst) - riskOf(b.worst) || b.edits.length - a.edits.length)
    .map(([id, group]) => ({ id, edits: group.edits }))
}

/**
 * Names what an edit does (64 hex digits), the same for edits that do the same: equal changes at equal places, with
 * equal values before and after and equal opinions on them, up to the event's own name where it stands in prose.
 * `changes` are in a fixed order. It is kept with what the checks found, so a change of what it is made of comes with a
 * migration that forgets those.
 */
export const whatIsDone = (edit: RuleId, changes: readonly GroupedChange[]): string =>
  hashText(signature(edit, changes))

const signature = ({ type, key }: RuleId, changes: readonly GroupedChange[]): string =>
  printSorted([
    type,
    ...changes.map(({ kind, pointer, before, after, sentence, senders, readers }): Json => {
      const sides = [before, after].map((value) => sideOf(value as Json | undefined, kind, key))
      // A sentence about a rule as a whole names it; any other tells what the values alone do not.
      return [kind, pointer ?? null, ...sides, kind.startsWith('rule-') ? '' : sentence, senders, readers]
    }),
  ])

/** A side that is absent differs from one that is null. */
const sideOf = (value: Json | undefined, kind: string, name: string | null): readonly Json[] => {
  if (value === undefined) return []
  return [name === null || name === '' ? value : inProse(value, name, prose.has(kind))]
}

/** Kinds whose values are words for people as a whole. */
const prose: ReadonlySet<string> = new Set(['description-changed', 'metadata-changed'])

/** Keywords whose text is for people, so that an event's own name in it says nothing new. */
const proseKeywords: ReadonlySet<string> = new Set(['description', 'title', '$id', '$comment'])

/** The value with the event's name taken out of its prose. */
const inProse = (value: Json, name: string, isProse: boolean): Json => {
  if (typeof value === 'string') return isProse ? withoutName(value, name) : value
  if (Array.isArray(value)) return value.map((each) => inProse(each, name, false))
  if (!isJsonObject(value)) return value
  // Allowed values are no prose, whatever their members are called.
  return Object.fromEntries(
    Object.entries(value).map(([keyword, each]) => [
      keyword,
      keyword === 'enum' || keyword === 'const'
        ? each
        : inProse(each as Json, name, proseKeywords.has(keyword)),
    ]),
  )
}

// A character that no text of a plan holds: Postgres and Segment both refuse it.
const placeholder = '\u0000'

const withoutName = (text: string, name: string): string => text.replaceAll(name, placeholder)

const risk: Readonly<Record<Level, number>> = { breaking: 0, unknown: 1, safe: 2, documentation: 3 }

const riskOf = (worst: Level | null): number => (worst === null ? 4 : risk[worst])
