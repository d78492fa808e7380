import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { schemaOf } from '../diff/schema-of'
import { aRule } from '../plan/a-rule.cases'
import { printJson } from '../plan/print-json'
import type { Rule } from '../plan/rule'
import { schemaHash } from '../plan/rule-hash'
import { ruleKey } from '../plan/rule-id'
import { anySchema, anySchemas, editedSchema } from './any-schema-edit.cases'
import { type AnySide, anyMerge } from './any-side.cases'
import { missedEdits } from './holds-edits.cases'
import { conflictKey } from './merge-conflict'
import { type MergeInput, mergeRules, type RulesMerged } from './merge-rules'
import { mergeSchemas } from './merge-schemas'

/** As many as a test run has time for; `RUNS` asks for more. */
const runs = Number(process.env.RUNS ?? 1000)
const law = <T>(cases: fc.Arbitrary<T>, check: (one: T) => void) =>
  fc.assert(fc.property(cases, check), { numRuns: runs })

const hashes = (rules: readonly Rule[]) => rules.map(({ key, hash }) => `${key} ${hash}`).sort()
const renamesOf = ({ renames }: Pick<RulesMerged, 'renames'>) =>
  renames.map(({ from, to }) => `${from.key} ${to.key}`).sort()
const keysOf = ({ conflicts }: RulesMerged) => conflicts.map(conflictKey).sort()

const mergeSides = (
  base: readonly Rule[],
  ours: AnySide,
  theirs: AnySide,
  resolve?: MergeInput['resolve'],
): RulesMerged =>
  mergeRules({
    base,
    ours: ours.rules,
    theirs: theirs.rules,
    renames: { ours: ours.renames, theirs: theirs.renames },
    ...(resolve && { resolve }),
  })

describe('plans', () => {
  test('merge(b, o, b) = o, merge(b, b, t) = t, merge(b, x, x) = x', () =>
    law(anyMerge, ([base, side]) => {
      const untouched: AnySide = { rules: base, renames: [] }
      for (const [ours, theirs] of [
        [side, untouched],
        [untouched, side],
        [side, side],
      ] as const) {
        const merged = mergeSides(base, ours, theirs)
        expect(merged.conflicts).toEqual([])
        expect(hashes(merged.rules)).toEqual(hashes(side.rules))
        expect(renamesOf(merged)).toEqual(renamesOf(side))
      }
    }))

  test('symmetric up to sides', () =>
    law(anyMerge, ([base, ours, theirs]) => {
      const [one, other] = [mergeSides(base, ours, theirs), mergeSides(base, theirs, ours)]
      expect(keysOf(one)).toEqual(keysOf(other))
      if (one.conflicts.length > 0) return
      expect(hashes(one.rules)).toEqual(hashes(other.rules))
      expect(renamesOf(one)).toEqual(renamesOf(other))
    }))

  test('without conflicts, every edit of both sides is there', () => {
    let clean = 0
    law(anyMerge, ([base, ours, theirs]) => {
      const merged = mergeSides(base, ours, theirs)
      if (merged.conflicts.length > 0) return
      if (ours.rules !== theirs.rules) clean += 1
      for (const side of [ours, theirs]) expect(missedIn(base, side, merged)).toEqual([])
    })
    expect(clean).toBeGreaterThan(runs / 10)
  })

  test('no rule stands twice, and every conflict is told apart', () =>
    law(anyMerge, ([base, ours, theirs]) => {
      const merged = mergeSides(base, ours, theirs)
      const identities = merged.rules.map(ruleKey)
      expect(new Set(identities).size).toBe(identities.length)
      expect(new Set(keysOf(merged)).size).toBe(merged.conflicts.length)
    }))

  test('every resolution that a conflict lists settles it, and no other one', () =>
    law(fc.tuple(anyMerge, fc.nat(), fc.nat()), ([[base, ours, theirs], which, way]) => {
      const open = mergeSides(base, ours, theirs)
      const conflict = open.conflicts[which % open.conflicts.length]
      const resolution = conflict?.resolutions[way % conflict.resolutions.length]
      if (!conflict || !resolution) return
      const chosen = conflictKey(conflict)
      const merged = mergeSides(base, ours, theirs, (one) =>
        conflictKey(one) === chosen ? resolution.take : undefined,
      )
      const left = new Set(keysOf(merged))
      expect(left.has(chosen)).toBe(false)
      if (conflict.kind === 'schema' && conflict.schemaPointer !== '')
        expect([...left].sort()).toEqual(keysOf(open).filter((key) => key !== chosen))
    }))

  test('taking one side everywhere leaves nothing open, and every edit of that side is there', () =>
    law(fc.tuple(anyMerge, fc.constantFrom('ours', 'theirs')), ([[base, ours, theirs], take]) => {
      const merged = mergeSides(base, ours, theirs, () => take as 'ours' | 'theirs')
      expect(merged.conflicts).toEqual([])
      expect(missedIn(base, take === 'ours' ? ours : theirs, merged)).toEqual([])
    }))
})

/** Names and places of the edits of one side that the merged plan does not hold. */
const missedIn = (
  base: readonly Rule[],
  { rules, renames }: AnySide,
  merged: RulesMerged,
): readonly string[] => {
  const origins = new Map(renames.map(({ from, to }) => [ruleKey(to), ruleKey(from)]))
  const gone = new Set(origins.values())
  const mergedOrigins = new Map(merged.renames.map(({ from, to }) => [ruleKey(from), ruleKey(to)]))
  const now = new Map(merged.rules.map((rule) => [ruleKey(rule), rule]))
  const was = new Map(base.map((rule) => [ruleKey(rule), rule]))
  const lived = new Set<string>()
  const missed = rules.flatMap((rule) => {
    const key = ruleKey(rule)
    const origin = origins.get(key) ?? (gone.has(key) ? undefined : key)
    const before = origin === undefined ? undefined : was.get(origin)
    if (!before || origin === undefined) return now.get(key)?.hash === rule.hash ? [] : [`added ${key}`]
    lived.add(origin)
    const isTouched = before.hash !== rule.hash || origin !== key
    const after = now.get(mergedOrigins.get(origin) ?? origin)
    if (!isTouched) return []
    if (!after) return [`gone ${key}`]
    if (origin !== key && ruleKey(after) !== key) return [`renamed ${key}`]
    return missedEdits(schemaOf(before), schemaOf(rule), schemaOf(after))
  })
  const removed = base.filter((rule) => !lived.has(ruleKey(rule)) && mergedOrigins.has(ruleKey(rule)))
  return [...missed, ...removed.map((rule) => `not removed ${ruleKey(rule)}`)]
}

describe('schemas', () => {
  test('the laws of plans, for each schema', () =>
    law(anySchemas, ([base, ours, theirs]) => {
      const merged = mergeSchemas({ base, ours, theirs })
      const other = mergeSchemas({ base, ours: theirs, theirs: ours })
      const places = (one: typeof merged) =>
        one.conflicts.map((c) => `${c.schemaPointer} ${c.keywords}`).sort()
      expect(places(merged)).toEqual(places(other))
      if (merged.conflicts.length > 0 || merged.schema === undefined || other.schema === undefined) return
      expect(schemaHash(merged.schema)).toBe(schemaHash(other.schema))
      for (const side of [ours, theirs]) expect(missedEdits(base, side, merged.schema)).toEqual([])
    }))

  test('another spelling is no edit', () =>
    law(fc.tuple(anySchemas, anySchema), ([[base, ours]]) => {
      const respelled = aRule('A', printJson(reversed(base)))
      const merged = mergeSchemas({ base, ours, theirs: schemaOf(respelled) })
      expect(merged.conflicts).toEqual([])
      expect(schemaHash(merged.schema ?? null)).toBe(schemaHash(ours))
    }))

  test('edits below different properties never collide', () =>
    law(
      fc
        .tuple(anySchema, anySchema)
        .chain(([a, b]) => fc.tuple(fc.constant([a, b] as const), editedSchema(a), editedSchema(b))),
      ([[a, b], mine, yours]) => {
        const holding = (left: typeof a, right: typeof b) => ({
          properties: { left, right },
          required: ['left'],
        })
        const merged = mergeSchemas({
          base: holding(a, b),
          ours: holding(mine, b),
          theirs: holding(a, yours),
        })
        expect(merged.conflicts).toEqual([])
        expect(schemaHash(merged.schema ?? null)).toBe(schemaHash(holding(mine, yours)))
      },
    ))
})

const reversed = (schema: Parameters<typeof printJson>[0]): Parameters<typeof printJson>[0] =>
  typeof schema === 'object' && schema !== null && !Array.isArray(schema) && 'properties' in schema
    ? Object.fromEntries(Object.entries(schema).reverse())
    : schema
