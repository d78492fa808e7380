import { expect, test } from 'vitest'
import { isBeingRead } from './is-being-read'

const problem = { code: 'segment-unavailable' as const, message: 'M', at: '2030-01-01T00:00:00.000Z' }

test.each([
  ['while it is synced', { syncJobId: 'j', headVersion: 1, problem: null }, true],
  ['before it was ever read', { syncJobId: null, headVersion: null, problem: null }, true],
  ['not once it was', { syncJobId: null, headVersion: 1, problem: null }, false],
  ['not where it cannot be', { syncJobId: null, headVersion: null, problem }, false],
])('a plan is asked for again %s', (_when, plan, is) => {
  expect(isBeingRead(plan)).toBe(is)
})
