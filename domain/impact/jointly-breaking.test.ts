import { describe, expect, test } from 'vitest'
import { mergeRules } from '../merge/merge-rules'
import { aRule } from '../plan/a-rule.cases'
import type { Json } from '../plan/json'
import { compileSchema } from '../validation/compile-schema'
import { jointBreakOf, rulesToRecheck } from './jointly-breaking'

const event = (p: Json, more: { [key: string]: Json } = {}): Json => ({
  properties: { properties: { properties: { p } } },
  ...more,
})

const recheck = (base: Json, ours: Json, theirs: Json) => {
  const rule = (schema: Json) => [aRule('A', JSON.stringify(schema))]
  const sides = { base: rule(base), ours: rule(ours), theirs: rule(theirs) }
  const { rules, conflicts } = mergeRules(sides)
  expect(conflicts).toEqual([])
  return {
    found: rulesToRecheck({ ...sides, merged: rules }).flatMap((one) => jointBreakOf(one) ?? []),
    merged: rules[0]?.jsonSchema ?? null,
  }
}

const accepts = (schema: Json, message: Json): boolean => {
  const compiled = compileSchema(schema)
  if (!compiled.ok) throw new Error(compiled.reason)
  return compiled.validate(message)
}

describe('jointBreakOf', () => {
  test('a limit that met nothing meets the value that the other side lets arrive', () => {
    const base = event({ enum: ['card'] })
    const limited = event({ enum: ['card'], minLength: 1 })
    const widened = event({ enum: ['card', ''] })
    const { found, merged } = recheck(base, limited, widened)
    expect(found).toMatchObject([{ rule: { key: 'A' }, against: 'theirs' }])
    const [{ witness } = { witness: null }] = found
    expect([accepts(widened, witness), accepts(merged, witness)]).toEqual([true, false])
    expect(recheck(base, widened, limited).found).toMatchObject([{ against: 'ours' }])
  })

  test('two edits that each accept all of the base refuse some of it together', () => {
    const base = event({ type: 'string' }, { definitions: { spare: {} } })
    const narrowsWhatNobodyUses = event({ type: 'string' }, { definitions: { spare: { maxLength: 3 } } })
    const usesWhatLimitsNothing = event(
      { type: 'string', allOf: [{ $ref: '#/definitions/spare' }] },
      { definitions: { spare: {} } },
    )
    const { found, merged } = recheck(base, narrowsWhatNobodyUses, usesWhatLimitsNothing)
    expect(found).toMatchObject([{ against: 'base' }])
    const [{ witness } = { witness: null }] = found
    expect([accepts(base, witness), accepts(merged, witness)]).toEqual([true, false])
  })

  test('says nothing where one edit breaks by itself, or both are safe together', () => {
    const base = event({ type: 'string' })
    const narrowed = event({ type: 'string', maxLength: 3 })
    expect(recheck(base, narrowed, event({ type: 'string', title: 't' })).found).toEqual([])
    const described = event({ type: 'string', description: 'd' })
    expect(recheck(base, described, event({ type: ['string', 'null'] })).found).toEqual([])
  })

  test('only rules that both sides changed are looked at, under whatever name', () => {
    const named = (key: string, title: string) => aRule(key, JSON.stringify({ title }))
    const rename = {
      from: { type: 'TRACK', key: 'A', version: 1 },
      to: { type: 'TRACK', key: 'C', version: 1 },
    } as const
    const looked = rulesToRecheck({
      base: [named('A', 'a'), named('B', 'b')],
      ours: [named('C', 'ours'), named('B', 'ours')],
      theirs: [named('A', 'theirs'), named('B', 'b')],
      merged: [named('C', 'both'), named('B', 'ours')],
      renames: { ours: [rename], merged: [rename] },
    })
    expect(looked.map(({ base, merged }) => [base.key, merged.key])).toEqual([['A', 'C']])
  })
})
