import { expect, test } from 'vitest'
import { aRule } from '../plan/a-rule.cases'
import { changesOf } from './changes-of'
import { uncompared, untold } from './uncompared'

const why = 'It took too long.'
const levels = (changes: ReturnType<typeof uncompared>) =>
  changes.map(({ change, verdict }) => [change.kind, verdict.senders.level, verdict.readers.level])

test('says nothing of senders that was not proved, and all that needs no proof', () => {
  const before = aRule('A', '{"description":"a","properties":{"a":{"enum":[1]},"b":{"type":"string"}}}')
  const after = aRule('B', '{"description":"b","properties":{"a":{"enum":[1,2]},"b":{"type":"number"}}}')
  expect(levels(uncompared(changesOf(before, after), why))).toEqual([
    ['rule-renamed', 'breaking', 'breaking'],
    ['description-changed', 'documentation', 'documentation'],
    ['enum-values-added', 'unknown', 'breaking'],
    ['type-changed', 'unknown', 'breaking'],
  ])
  expect(levels(uncompared(changesOf(null, before), why))).toEqual([['rule-added', 'safe', 'safe']])
})

test('knows nothing of a rule that could not even be read', () => {
  expect(untold({ type: 'TRACK', key: 'A', version: 1 }, why)).toMatchObject({
    change: { kind: 'schema-changed' },
    verdict: { senders: { level: 'unknown', why }, readers: { level: 'unknown' } },
  })
})
