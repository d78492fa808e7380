import { act, renderHook } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { useSettled } from './use-settled'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

test('a value settles when it has been left alone for a while, those in between never', () => {
  const { result, rerender } = renderHook(({ value }) => useSettled(value, 350), {
    initialProps: { value: 'a' },
  })
  const pass = (ms: number) => act(() => void vi.advanceTimersByTime(ms))
  rerender({ value: 'b' })
  pass(300)
  rerender({ value: 'c' })
  pass(300)
  expect(result.current).toBe('a')
  pass(50)
  expect(result.current).toBe('c')
})
