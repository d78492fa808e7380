import { expect, test } from 'vitest'
import { newRuleText } from './new-rule-text'

test('a new event plans nothing yet and is named and described', () => {
  expect(JSON.parse(newRuleText('Order Completed', 'Paid.', null))).toEqual({
    $schema: 'http://json-schema.org/draft-07/schema#',
    type: 'object',
    title: 'Order Completed',
    description: 'Paid.',
    properties: { context: { type: 'object' }, traits: { type: 'object' }, properties: { type: 'object' } },
  })
})

test('a copy keeps everything of the original, digits included, but its description', () => {
  const original =
    '{"description":"Old","properties":{"properties":{"maximum":12345678901234567890}},"x-ours":1}'
  expect(newRuleText('Copy', 'New', original)).toBe(
    '{"description":"New","properties":{"properties":{"maximum":12345678901234567890}},"x-ours":1}',
  )
})
