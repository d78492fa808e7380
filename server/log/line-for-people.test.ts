import { expect, test } from 'vitest'
import { lineForPeople } from './line-for-people'

test('time, level, part and message come first, then the values', () => {
  const json =
    '{"level":"info","time":"2026-01-02T03:04:05.678Z","part":"worker","plan":"tp_1","rules":3,"msg":"Plan read"}'
  expect(lineForPeople(json)).toBe('03:04:05 info  worker: Plan read plan=tp_1 rules=3\n')
})

test('an error keeps its stack', () => {
  const json =
    '{"level":"error","time":"2026-01-02T03:04:05.678Z","err":{"message":"no","stack":"Error: no\\n    at x"},"msg":"Failed"}'
  expect(lineForPeople(json)).toBe('03:04:05 error Failed\nError: no\n    at x\n')
})
