import { describe, expect, test } from 'vitest'
import { violationTypeOf } from './violation-type'

describe('violationTypeOf', () => {
  test.each([
    ['Required', 'properties.order_id is required', 'required'],
    ['Invalid Type', 'Invalid type. Expected: number, given: string', 'invalid-type'],
    ['invalid_type', '', 'invalid-type'],
    ['String Gte', '', 'length'],
    ['Number One Of', 'Must validate one and only one schema (oneOf)', 'combination'],
    ['Condition Then', '', 'combination'],
    ['Additional Property Not Allowed', 'Additional property x is not allowed', 'unplanned-property'],
    ['Unplanned Event', '', 'unplanned-event'],
    ['Array Min Items', '', 'items'],
    [' REQUIRED ', '', 'required'],
  ])('reads the word %j', (rawType, description, type) => {
    expect(violationTypeOf(rawType, description)).toBe(type)
  })

  test.each([
    ['method must be one of the following: "card", "cash"', 'enum'],
    ["Does not match pattern '^a'", 'pattern'],
    ["Does not match format 'date-time'", 'format'],
    ['Must be greater than or equal to 0', 'range'],
    ['String length must be less than or equal to 3', 'length'],
    ['Array must have at least 1 items', 'items'],
    ['Must validate "then" as "if" was valid', 'combination'],
    ['Must not validate the schema (not)', 'combination'],
    ['coupon is required', 'required'],
    ['Something else', 'other'],
  ])('falls back on the description %j', (description, type) => {
    expect(violationTypeOf('A new word', description)).toBe(type)
  })

  test('is not misled by names that every object inherits', () => {
    expect(violationTypeOf('constructor', '')).toBe('other')
  })
})
