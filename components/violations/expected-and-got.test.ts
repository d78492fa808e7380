import { expect, test } from 'vitest'
import { expectedAndGot } from './expected-and-got'

test.each([
  ['invalid-type', 'Invalid type. Expected: number, given: string', 'number', 'string'],
  ['invalid-type', 'Invalid type. Expected: [string,null], given: integer', 'string or null', 'integer'],
  ['required', 'properties.order_id is required', 'a value', 'nothing: it was not sent'],
  ['enum', 'properties.currency must be one of the following: "EUR", "USD"', 'one of "EUR", "USD"', null],
  ['pattern', "Does not match pattern '^[A-Z]{3}$'", 'a text that matches ^[A-Z]{3}$', null],
  ['format', "Does not match format 'email'", 'the format email', null],
  ['range', 'Must be greater than or equal to 0', 'greater than or equal to 0', null],
  [
    'length',
    'String length must be less than or equal to 3',
    'a text whose length is less than or equal to 3',
    null,
  ],
  [
    'unplanned-property',
    'Additional property coupon is not allowed',
    'only the planned properties',
    'also coupon',
  ],
  ['unplanned-event', 'Something else', 'an event of the plan', 'one it does not have'],
] as const)('reads %s: %s', (type, message, expected, got) => {
  expect(expectedAndGot({ type, message })).toEqual({ expected, got })
})

test('says nothing where the words say nothing', () => {
  expect(expectedAndGot({ type: 'other', message: 'False always fails validation' })).toBeNull()
})
