import { describe, expect, test } from 'vitest'
import { aRule } from '../plan/a-rule.cases'
import { anEdit } from '../plan/an-edit.cases'
import { lintEdits } from './lint-edits'

const schema = (name: string, more: object = {}) =>
  JSON.stringify({
    description: 'Sent when it happened',
    properties: { properties: { type: 'object', properties: { [name]: { description: 'x', ...more } } } },
  })
const good = (name = 'order_id') => schema(name, { type: 'string' })
const plan = [aRule('Order Completed', good()), aRule('Cart Viewed', schema('total'))]
const found = (edits: Parameters<typeof lintEdits>[1]) => {
  const linted = lintEdits(plan, edits)
  if (!linted.ok) throw new Error('refused')
  return linted.findings.map(({ id, rule, isNew }) => [id, rule?.key, isNew ? 'new' : 'known'])
}

describe('lintEdits', () => {
  test('finds what an edit brings in, and leaves the rest of the plan alone', () => {
    const before = plan[0]?.schemaText ?? ''
    expect(found([anEdit('Order Completed', before, schema('order_id'))])).toEqual([
      ['any-type', 'Order Completed', 'new'],
    ])
  })

  test('names what was there already in a touched rule, after what is new', () => {
    const before = plan[1]?.schemaText ?? ''
    const after = schema('total').replace('"description":"Sent when it happened",', '')
    expect(found([anEdit('Cart Viewed', before, after)])).toEqual([
      ['missing-description', 'Cart Viewed', 'new'],
      ['any-type', 'Cart Viewed', 'known'],
    ])
  })

  test('shows what an edit does to a rule that it does not touch', () => {
    expect(found([anEdit('Order completed', null, good())])).toEqual(
      expect.arrayContaining([
        ['near-duplicate-event', 'Order Completed', 'new'],
        ['near-duplicate-event', 'Order completed', 'new'],
      ]),
    )
  })

  test('follows a rule to its new name', () => {
    const before = plan[1]?.schemaText ?? ''
    expect(found([{ ...anEdit('Cart Viewed', before, before), newKey: 'Cart Opened' }])).toEqual([
      ['any-type', 'Cart Opened', 'known'],
    ])
  })

  test('says which edits cannot be made', () => {
    expect(lintEdits(plan, [anEdit('Nowhere', '{}', null)])).toMatchObject({
      ok: false,
      problems: [{ code: 'missing' }],
    })
  })
})
