import { expect, test } from 'vitest'
import { editsOfFile } from './edits-of-file'
import type { Rule } from './rule'
import { ruleFromText } from './rule-from-text'

const rule = (key: string, schemaText: string): Rule => {
  const reading = ruleFromText({ type: 'TRACK', key, version: 1 }, schemaText)
  if (!reading.ok) throw new Error(reading.refusal.message)
  return reading.rule
}

const plan = [
  rule('Kept', '{"type":"object"}'),
  rule('Changed', '{"type":"object"}'),
  rule('Gone', '{}'),
  rule('Segment Consent Preference Updated', '{}'),
]
const file = [
  rule('Kept', '{ "type": ["object"] }'),
  rule('Changed', '{"type":"array"}'),
  rule('New', 'true'),
]

test.each([
  ['add', ['New']],
  ['update', ['Changed', 'New']],
  ['replace', ['Changed', 'New', 'Gone']],
] as const)('%s', (mode, keys) => {
  expect(editsOfFile(plan, file, mode).map(({ key }) => key)).toEqual(keys)
})

test('an edit holds the text of both sides', () => {
  expect(editsOfFile(plan, file, 'replace')).toEqual([
    { type: 'TRACK', key: 'Changed', version: 1, before: '{"type":"object"}', after: '{"type":"array"}' },
    { type: 'TRACK', key: 'New', version: 1, before: null, after: 'true' },
    { type: 'TRACK', key: 'Gone', version: 1, before: '{}', after: null },
  ])
})

test('a plan imported over itself changes nothing', () => {
  expect(editsOfFile(plan, plan, 'replace')).toEqual([])
})
