import { expect, test } from 'vitest'
import { can, operations, whoCan } from './can'
import { roles } from './role'

test('each role may do what the ones before it may', () => {
  for (const operation of operations) {
    const allowed = roles.map((role) => can(role, operation))
    expect(allowed).toEqual([...allowed].sort())
    expect(allowed.at(-1)).toBe(true)
  }
})

test.each([
  ['viewer', 'read-plans', true],
  ['viewer', 'propose', false],
  ['viewer', 'comment', false],
  ['viewer', 'answer', true],
  ['contributor', 'propose', true],
  ['contributor', 'review', false],
  ['contributor', 'publish', false],
  ['contributor', 'close-any-request', false],
  ['contributor', 'resolve-drift', false],
  ['steward', 'review', true],
  ['steward', 'publish', true],
  ['steward', 'manage-members', false],
  ['steward', 'connect-workspace', false],
  ['admin', 'manage-members', true],
] as const)('a %s may %s: %s', (role, operation, allowed) => expect(can(role, operation)).toBe(allowed))

test('whoCan names the roles', () => expect(whoCan('review')).toEqual(['steward', 'admin']))
