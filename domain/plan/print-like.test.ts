import { expect, test } from 'vitest'
import { printLike } from './print-like'

test.each([
  ['one line', '{"a":1}', '{"b":[2]}'],
  ['lines', '{\n  "a": 1\n}', '{\n  "b": [\n    2\n  ]\n}'],
  ['lines cut out of a file', '{\n        "a": 1\n    }', '{\n    "b": [\n        2\n    ]\n}'],
  ['tabs', '{\n\t"a": 1\n}', '{\n  "b": [\n    2\n  ]\n}'],
])('a new value is laid out as the old one: %s', (_name, text, printed) => {
  expect(printLike(text, { b: [2] })).toBe(printed)
})
