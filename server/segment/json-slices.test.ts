import fc from 'fast-check'
import { expect, test } from 'vitest'
import { itemTexts, memberText } from './json-slices'

const spaced = (value: unknown, indent: number) => JSON.stringify(value, null, indent)

test('cuts every member of any object out as it stands', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue()), fc.constantFrom(0, 1, 2), (object, indent) => {
      const text = spaced(object, indent)
      for (const [key, value] of Object.entries(JSON.parse(text)))
        expect(JSON.parse(memberText(text, key) ?? '')).toEqual(value)
    }),
  )
})

test('cuts every item of any list out as it stands', () => {
  fc.assert(
    fc.property(fc.array(fc.jsonValue()), fc.constantFrom(0, 1, 2), (list, indent) => {
      const text = spaced(list, indent)
      expect(itemTexts(text).map((item) => JSON.parse(item))).toEqual(JSON.parse(text))
    }),
  )
})

test.each([
  ['{"a":{"max":12345678901234567890}}', 'a', '{"max":12345678901234567890}'],
  ['{ "a" : 1.0e2 , "b":2 }', 'a', '1.0e2'],
  ['{"a":1,"a":{"b":"}"}}', 'a', '{"b":"}"}'],
  ['{"\\u0061":"\\"]"}', 'a', '"\\"]"'],
  ['{"b":1}', 'a', null],
  ['[]', 'a', null],
  ['', 'a', null],
])('%s at %s is %s', (text, key, expected) => {
  expect(memberText(text, key)).toBe(expected)
})
