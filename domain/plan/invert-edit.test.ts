import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { aRule, aTrackId } from './a-rule.cases'
import { anEdit } from './an-edit.cases'
import { applyEdits } from './apply-edits'
import { invertEdit } from './invert-edit'
import { compareRuleIds } from './rule-id'

const text = fc.constantFrom('{}', '{"a":1}', '{"a":2}')
/** At most one edit for each of a few names; new names are free ones. */
const edits = fc
  .record(
    Object.fromEntries(
      ['A', 'B', 'C', 'D'].map((key) => [
        key,
        fc.option(
          fc.oneof(
            fc.constant({ after: null, newKey: undefined }),
            fc.record({ after: text, newKey: fc.constantFrom(undefined, `${key} renamed`) }),
          ),
          { nil: undefined },
        ),
      ]),
    ),
  )
  .map((chosen) =>
    Object.entries(chosen).flatMap(([key, edit]) => {
      if (edit === undefined) return []
      const before = key === 'D' ? null : '{}'
      if (before === null) return edit.after === null ? [] : [anEdit(key, null, edit.after)]
      return [anEdit(key, before, edit.after, edit.newKey)]
    }),
  )

describe('invertEdit', () => {
  it('takes back what the edits did, renames and all (law)', () => {
    const rules = ['A', 'B', 'C'].map((key) => aRule(key, '{}'))
    fc.assert(
      fc.property(edits, (made) => {
        const there = applyEdits(rules, made)
        if (!there.ok) throw new Error('The edits cannot be made.')
        const back = applyEdits(there.rules, made.map(invertEdit))
        expect(back.ok && [...back.rules].sort(compareRuleIds)).toEqual(rules)
      }),
    )
  })

  it('is undone by itself', () => {
    const rename = anEdit('A', '{}', '{"a":1}', 'B')
    expect(invertEdit(rename)).toEqual({ ...aTrackId('B'), newKey: 'A', before: '{"a":1}', after: '{}' })
    expect(invertEdit(invertEdit(rename))).toEqual(rename)
  })
})
