import { expect, test } from 'vitest'
import { type FailureCode, failureStatus } from '@/contracts/failure'
import { failureOfProblem } from './failure-of-problem'
import { failureText } from './failure-text'

const codes = Object.keys(failureStatus) as FailureCode[]

test.each(codes)('%s, as it comes over the wire, says what happened and what to do', (code) => {
  const problem = { type: 'x', title: 'x', status: failureStatus[code], code, detail: 'Because of this.' }
  const failure = failureOfProblem(problem)
  expect(failure.code).toBe(code)
  const { title, todo } = failureText(failure)
  expect(title).toMatch(/^\S.*\.$/)
  expect(`${title}${todo}`).not.toMatch(/undefined|null|NaN|\[object/)
})

test('gates are told one after the other', () => {
  const gates = [
    { code: 'out-of-date', message: 'Head has moved on.', clearedBy: 'the author' },
    { code: 'approvals-missing', message: 'One approval is missing.', clearedBy: 'a steward' },
  ]
  const failure = failureOfProblem({ type: 'x', title: 'x', status: 409, code: 'blocked', gates })
  expect(failureText(failure).todo).toBe('Head has moved on. One approval is missing.')
})

test('a code that nobody knows is an error of ours', () => {
  expect(failureOfProblem({ type: 'x', title: 'x', status: 418, code: 'teapot' })).toEqual({
    code: 'unexpected',
    id: '',
  })
})
