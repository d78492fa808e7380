import { expect, test, vi } from 'vitest'
import { memoByText } from './memo-by-text'

test('works an answer out once, until newer texts take the room', () => {
  const workOut = vi.fn((text: string) => (text === 'none' ? undefined : text.length))
  const lengthOf = memoByText(workOut, 8)
  for (const text of ['none', 'none', 'abc', 'abc']) lengthOf(text)
  expect(workOut.mock.calls).toEqual([['none'], ['abc']])
  expect(lengthOf('abcde')).toBe(5)
  expect(lengthOf('abc')).toBe(3)
  expect(workOut).toHaveBeenCalledTimes(3)
  expect(lengthOf('none')).toBeUndefined()
  expect(workOut).toHaveBeenCalledTimes(4)
  expect(lengthOf('longer than the room')).toBe(20)
  expect(lengthOf('longer than the room')).toBe(20)
  expect(workOut).toHaveBeenCalledTimes(6)
})

test('what fails is asked again', () => {
  const workOut = vi.fn(() => {
    throw new Error('no')
  })
  const fails = memoByText(workOut)
  for (const _ of [1, 2]) expect(() => fails('a')).toThrow('no')
  expect(workOut).toHaveBeenCalledTimes(2)
})
