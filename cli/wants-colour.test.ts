import { expect, test } from 'vitest'
import { wantsColour } from './wants-colour'

const terminal = { isTTY: true }
const pipe = {}

test.each([
  [terminal, {}, true],
  [pipe, {}, false],
  [terminal, { TERM: 'dumb' }, false],
  [terminal, { NO_COLOR: '1' }, false],
  [terminal, { NO_COLOR: '' }, true],
  [pipe, { FORCE_COLOR: '1' }, true],
  [pipe, { FORCE_COLOR: '1', NO_COLOR: '1' }, true],
  [terminal, { FORCE_COLOR: '0' }, false],
  [pipe, { FORCE_COLOR: '' }, false],
])('%j with %j: %s', (stream, environment, expected) => {
  expect(wantsColour(stream, environment)).toBe(expected)
})
