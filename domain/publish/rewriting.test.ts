import { expect, test } from 'vitest'
import { aRule } from '@/testing/a-rule'
import { harmlessRewritings, understood } from './rewriting'

const schema = (total: object, more: object = {}) => ({
  ...more,
  properties: { properties: { properties: { total } } },
})
const sent = aRule('Paid', schema({ type: 'number' }))
const draft7 = { $schema: 'http://json-schema.org/draft-07/schema#' }

test.each([
  ['marks of an editor', schema({ type: 'number', isNewProperty: true, $id: '/total' }, draft7), true],
  ['a description', schema({ type: 'number', description: 'What it cost' }), false],
  ['a default', schema({ type: 'number', default: 1 }), false],
  ['another type', schema({ type: 'string' }), false],
  ['another base for references', schema({ type: 'number' }, { $id: 'https://example.com/a' }), false],
])('%s may be the way of a target to write a rule', (_what, held, is) => {
  expect(harmlessRewritings([sent], [aRule('Paid', held)])).toHaveLength(is ? 1 : 0)
})

test('what is held so counts as what was sent, and anything else as itself', () => {
  const held = aRule('Paid', schema({ type: 'number', isNewProperty: true }))
  const [other, another] = [aRule('Other', schema({})), aRule('Paid', schema({}))]
  const rewritings = harmlessRewritings([sent], [held, other])
  expect(understood([held, other], rewritings)).toEqual([{ ...held, hash: sent.hash }, other])
  expect(understood([another], rewritings)).toEqual([another])
  expect(harmlessRewritings([sent], understood([held], rewritings))).toEqual([])
})
