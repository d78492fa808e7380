import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type AnySide, anyMerge } from '../merge/any-side.cases'
import { applyEdits } from '../plan/apply-edits'
import type { Rule } from '../plan/rule'
import { ruleKey } from '../plan/rule-id'
import { type PromotionSides, promotionEdits, type TracedRule } from './promotion-edits'

const runs = Number(process.env.RUNS ?? 200)
const law = (check: (sides: PromotionSides) => void) =>
  fc.assert(fc.property(anySides, check), { numRuns: runs })

/** A lineage is called after the rule's name in the base, in each plan by itself. */
const traced = (plan: string, rules: readonly Rule[], renames: AnySide['renames'] = []): TracedRule[] => {
  const origins = new Map(renames.map(({ from, to }) => [ruleKey(to), ruleKey(from)]))
  const goneOn = new Set(origins.values())
  return rules.map((rule) => {
    const key = ruleKey(rule)
    return { ...rule, lineage: `${plan} ${origins.get(key) ?? (goneOn.has(key) ? `new ${key}` : key)}` }
  })
}

const namesOf = (plan: string, { renames }: AnySide) =>
  renames.map(({ from }) => [`${plan} ${ruleKey(from)}`, [from]] as const)

/** Two plans that went their ways from what was promoted, or that never met. */
const anySides: fc.Arbitrary<PromotionSides> = fc
  .tuple(anyMerge, fc.boolean())
  .map(([[base, follower, upstream], isFirst]) => ({
    from: isFirst ? [] : traced('up', base),
    upstream: traced('up', upstream.rules, upstream.renames),
    head: traced('own', follower.rules, follower.renames),
    names: new Map([...namesOf('up', upstream), ...namesOf('own', follower)]),
    isExact: false,
  }))

const applied = ({ head }: PromotionSides, edits: Parameters<typeof applyEdits>[1]): readonly Rule[] => {
  const result = applyEdits(head, edits)
  expect(result).toMatchObject({ ok: true })
  return result.ok ? result.rules : []
}

/** Rules as they are after edits; a renamed rule keeps its lineage. */
const tracedAfter = (sides: PromotionSides, edits: Parameters<typeof applyEdits>[1]): TracedRule[] => {
  const renamed = new Map(
    edits.flatMap((edit) =>
      edit.newKey === undefined ? [] : [[ruleKey({ ...edit, key: edit.newKey }), ruleKey(edit)]],
    ),
  )
  const lineages = new Map(sides.head.map((rule) => [ruleKey(rule), rule.lineage]))
  return applied(sides, edits).map((rule) => {
    const key = ruleKey(rule)
    return { ...rule, lineage: lineages.get(renamed.get(key) ?? key) ?? `own new ${key}` }
  })
}

const contents = (rules: readonly Rule[]) => rules.map((rule) => `${ruleKey(rule)} ${rule.hash}`).sort()

describe('promotion', () => {
  test('promoted once more, there is nothing left to do', () =>
    law((sides) => {
      const { edits, conflicts } = promotionEdits(sides)
      fc.pre(conflicts.length === 0)
      const head = tracedAfter(sides, edits)
      const again = promotionEdits({ ...sides, from: sides.upstream, head })
      expect([again.edits, again.conflicts]).toEqual([[], []])
    }))

  test('rules that only the follower has are never touched', () =>
    law((sides) => {
      const { raw, renames } = promotionEdits(sides)
      const known = new Set(
        [...sides.from, ...sides.upstream].flatMap((rule) => [
          ruleKey(rule),
          ...(sides.names.get(rule.lineage) ?? []).map(ruleKey),
        ]),
      )
      const others = sides.head.filter(
        (rule) =>
          !known.has(ruleKey(rule)) &&
          !(sides.names.get(rule.lineage) ?? []).some((id) => known.has(ruleKey(id))),
      )
      const touched = new Set([...raw.map(ruleKey), ...renames.map(({ to }) => ruleKey(to))])
      for (const rule of others) expect(touched).not.toContain(ruleKey(rule))
    }))

  test('a follower that made no edits of its own comes to hold what upstream holds', () =>
    law((sides) => {
      const head = sides.from.map((rule) => ({ ...rule, lineage: rule.lineage.replace(/^up/, 'own') }))
      const { edits, conflicts } = promotionEdits({ ...sides, head })
      expect(conflicts).toEqual([])
      expect(contents(applied({ ...sides, head }, edits))).toEqual(contents(sides.upstream))
    }))

  test('exactly means exactly', () =>
    law((sides) => {
      const { edits, conflicts } = promotionEdits({ ...sides, isExact: true })
      expect(conflicts).toEqual([])
      expect(contents(applied(sides, edits))).toEqual(contents(sides.upstream))
    }))

  test('what the follower holds already is no edit', () =>
    law((sides) => {
      const head = sides.upstream.map((rule) => ({ ...rule, lineage: rule.lineage.replace(/^up/, 'own') }))
      const names = new Map([...sides.names].flatMap((one) => [one, [one[0].replace(/^up/, 'own'), one[1]]]))
      const { edits, conflicts } = promotionEdits({ ...sides, head, names })
      expect([edits, conflicts]).toEqual([[], []])
    }))
})
