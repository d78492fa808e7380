import { expect, test } from 'vitest'
import { safeNext } from './safe-next'

test('a place of ours is gone back to', () => {
  expect(safeNext('/plans/p1/catalog?q=a')).toBe('/plans/p1/catalog?q=a')
})

test.each([
  null,
  undefined,
  '',
  'https://evil.example',
  '//evil.example',
  '/\\evil.example',
  'javascript:alert(1)',
])('from %s one goes to the start', (next) => {
  expect(safeNext(next)).toBe('/')
})
