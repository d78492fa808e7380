import { expect, test } from 'vitest'
import { durationWords, resultWords } from './job-words'

test.each([
  [{ plans: 2, sources: 3 }, '2 plans, 3 sources'],
  [{ rules: 60, changed: false }, '60 rules, not changed'],
  [{ version: 4, summary: '3 updated' }, 'version 4, 3 updated'],
  [null, ''],
  [2, ''],
])('says what %j means', (result, words) => {
  expect(resultWords({ result })).toBe(words)
})

const at = (seconds: number) => new Date(Date.UTC(2030, 0, 1, 0, 0, seconds)).toISOString()

test.each([
  [null, null, null],
  [at(0), at(0), 'under 1 s'],
  [at(0), at(40), '40 s'],
  [at(0), at(185), '3 min 5 s'],
  [at(0), null, '10 s'],
])('from %s to %s it took %s', (startedAt, finishedAt, words) => {
  expect(durationWords({ startedAt, finishedAt }, Date.parse(at(10)))).toBe(words)
})
