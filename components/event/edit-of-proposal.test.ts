import { expect, test } from 'vitest'
import type { EditView } from '@/contracts/change-request'
import { editOfProposal, withEdit } from './edit-of-proposal'

const rule = { type: 'TRACK', key: 'Order Completed', version: 1 } as const
const other = { type: 'TRACK', key: 'Cart Viewed', version: 1 } as const

test('the exact text goes along, so that no digit is lost', () => {
  const after = '{"maximum":12345678901234567890}'
  expect(editOfProposal({ rule, before: '{}', after, newKey: undefined })?.schemaText).toBe(after)
})

test('nothing changed is no edit', () => {
  expect(editOfProposal({ rule, before: '{}', after: '{}', newKey: undefined })).toBeNull()
})

test('a rename alone is an edit', () => {
  expect(editOfProposal({ rule, before: '{}', after: '{}', newKey: 'Order Paid' })).toMatchObject({
    ...rule,
    newKey: 'Order Paid',
  })
})

test('a removal sends null, and what was never there is not removed', () => {
  expect(editOfProposal({ rule, before: '{}', after: null, newKey: undefined })).toEqual({
    ...rule,
    jsonSchema: null,
  })
  expect(editOfProposal({ rule, before: null, after: null, newKey: undefined })).toBeNull()
})

const view = (of: typeof rule | typeof other, afterText: string): EditView => ({
  ...of,
  before: {},
  beforeText: '{}',
  after: JSON.parse(afterText),
  afterText,
  by: 'Ada Example',
})

test('the edits of other rules in the request stay as they are', () => {
  const edits = [view(rule, '{"a":1}'), view(other, '{"b":2}')]
  const mine = { ...rule, jsonSchema: { c: 3 }, schemaText: '{"c":3}' }
  expect(withEdit(edits, rule, mine)).toEqual([
    mine,
    { ...other, jsonSchema: { b: 2 }, schemaText: '{"b":2}' },
  ])
})

test('an edit that was taken back leaves the request', () => {
  expect(withEdit([view(rule, '{"a":1}')], rule, null)).toEqual([])
})
