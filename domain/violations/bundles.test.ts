import fc from 'fast-check'
import { expect, test } from 'vitest'
import { bundleKey, bundles } from './bundles'
import type { Release } from './origin'

const release: Release = {
  sourceId: 'web',
  sourceName: 'Web',
  appVersion: '4.2.0',
  at: '2026-01-05T10:00:00.000Z',
}

test.each([
  [
    { kind: 'plan-changed', version: 3, at: release.at, by: 'Ann', changeRequest: 12, release } as const,
    'plan P 3',
  ],
  [
    { kind: 'code-changed', release, before: release, planUnchangedSince: null } as const,
    'release P web 4.2.0',
  ],
  [{ kind: 'always', since: release.at } as const, null],
  [{ kind: 'oldest-schema', asked: [null], judgedBy: 1, planned: [1, 2] } as const, null],
  [{ kind: 'unknown' } as const, null],
])('%o is told by %s', (origin, key) => {
  expect(bundleKey('P', origin)).toBe(key)
})

const anyViolations = fc
  .array(fc.record({ bundle: fc.constantFrom(null, 'a', 'b', 'c') }), { maxLength: 12 })
  .map((given) => given.map((each, id) => ({ ...each, id })))

test('every violation is in one bundle, with all that share its key and nothing else (law)', () => {
  fc.assert(
    fc.property(anyViolations, (violations) => {
      const found = bundles(violations)
      const ids = found.flatMap(({ members }) => members.map(({ id }) => id))
      expect([...ids].sort((a, b) => a - b)).toEqual(violations.map(({ id }) => id))
      for (const { key, members } of found) {
        if (members.length > 1)
          expect(members.every(({ bundle }) => bundle === key && key !== null)).toBe(true)
        else expect(key).toBeNull()
      }
      const shared = found.filter(({ key }) => key !== null).map(({ key }) => key)
      expect(new Set(shared).size).toBe(shared.length)
    }),
  )
})

test('the order in which they are given does not change who is with whom (law)', () => {
  const partition = (violations: readonly { readonly id: number; readonly bundle: string | null }[]) =>
    bundles(violations)
      .map(({ members }) => members.map(({ id }) => id).sort((a, b) => a - b))
      .sort((a, b) => (a[0] ?? 0) - (b[0] ?? 0))
  fc.assert(
    fc.property(
      anyViolations.chain((violations) =>
        fc.tuple(fc.constant(violations), fc.shuffledSubarray(violations, { minLength: violations.length })),
      ),
      ([violations, shuffled]) => {
        expect(partition(shuffled)).toEqual(partition(violations))
      },
    ),
  )
})
