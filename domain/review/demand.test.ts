import { describe, expect, test } from 'vitest'
import type { Level } from '../impact/verdict'
import { anEdit } from '../plan/an-edit.cases'
import type { Edit } from '../plan/edit'
import { asksForLevels, type EditLevels, levelsOfChanges, requiredOf } from './demand'
import { defaultPolicy, type Ownership, type Policy } from './policy'

const strict: Policy = {
  ...defaultPolicy,
  approvals: 2,
  breaking: 4,
  unknown: 3,
  personalData: 5,
  consumerAffecting: 2,
  documentation: 0,
}
const plain = anEdit('A', '{}', '{"title":"a"}')
const personal = anEdit('A', '{}', '{"properties":{"properties":{"properties":{"email":{}}}}}')
const only = (level: Level | null): EditLevels | null => level && { worst: level, readers: 'safe' }
const demand = (policy: Policy, edit: Edit, level: Level | null) =>
  requiredOf(policy, [edit], () => only(level))[0]

test.each<[string, Policy, Edit, Level | null, number, string]>([
  ['by default', defaultPolicy, plain, 'breaking', 1, 'any-change'],
  ['by default, not judged', defaultPolicy, plain, null, 1, 'any-change'],
  ['by default, of personal data', defaultPolicy, personal, 'safe', 1, 'any-change'],
  ['safe', strict, plain, 'safe', 2, 'any-change'],
  ['unknown', strict, plain, 'unknown', 3, 'unknown'],
  ['breaking', strict, plain, 'breaking', 4, 'breaking'],
  ['not judged yet', strict, plain, null, 4, 'not-judged'],
  ['personal data, whatever else', strict, personal, 'breaking', 5, 'personal-data'],
  ['words, no fewer', { ...strict, documentation: null }, plain, 'documentation', 2, 'any-change'],
  ['words only', strict, plain, 'documentation', 0, 'documentation'],
  ['words about personal data', strict, personal, 'documentation', 5, 'personal-data'],
  ['never fewer than any change', { ...strict, breaking: 1 }, plain, 'breaking', 2, 'any-change'],
  ['words never take more', { ...strict, documentation: 9 }, plain, 'documentation', 2, 'any-change'],
])('approvals %s', (_name, policy, edit, level, approvals, reason) =>
  expect(demand(policy, edit, level)).toMatchObject({ approvals, reason }),
)

test('nobody looks for levels that make no difference', () => {
  const never = (): EditLevels => {
    throw new Error('looked')
  }
  expect(requiredOf(defaultPolicy, [plain], never)).toMatchObject([{ approvals: 1 }])
  expect(asksForLevels(defaultPolicy)).toBe(false)
  expect(asksForLevels({ ...defaultPolicy, unknown: 2 })).toBe(true)
  expect(asksForLevels({ ...defaultPolicy, consumerAffecting: 2 })).toBe(true)
})

describe('an area', () => {
  const area = (set: Partial<Ownership>): Ownership => ({
    name: 'Area',
    type: null,
    key: null,
    label: null,
    group: 'g',
    ...set,
  })
  const labelled = '{"labels":{"team":"checkout","size":3}}'
  test.each<[string, Partial<Ownership>, Edit, boolean]>([
    ['takes everything when it says nothing', {}, plain, true],
    ['by type', { type: 'TRACK' }, plain, true],
    ['of another type', { type: 'PAGE' }, plain, false],
    ['by name', { key: 'Order *' }, anEdit('Order Paid', '{}', null), true],
    ['by new name', { key: 'Order *' }, anEdit('Paid', '{}', '{}', 'Order Paid'), true],
    ['by former name', { key: 'Order *' }, anEdit('Order Paid', '{}', '{}', 'Paid'), true],
    ['of another name', { key: 'Order *' }, anEdit('Cart Opened', '{}', '{}'), false],
    ['by label', { label: { name: 'team', value: 'checkout' } }, anEdit('A', '{}', labelled), true],
    ['by a label that goes', { label: { name: 'team', value: null } }, anEdit('A', labelled, '{}'), true],
    [
      'by a label of a removed rule',
      { label: { name: 'team', value: null } },
      anEdit('A', labelled, null),
      true,
    ],
    [
      'by a label that is no text',
      { label: { name: 'size', value: '3' } },
      anEdit('A', '{}', labelled),
      true,
    ],
    ['of another label', { label: { name: 'team', value: 'search' } }, anEdit('A', '{}', labelled), false],
    [
      'only with all of it',
      { key: 'B', label: { name: 'team', value: null } },
      anEdit('A', '{}', labelled),
      false,
    ],
  ])('%s', (_name, set, edit, expected) => {
    const [found] = requiredOf({ ...defaultPolicy, ownerships: [area(set)] }, [edit], () => only('safe'))
    expect(found?.ownerships.length).toBe(expected ? 1 : 0)
  })

  test('every name that has no key is covered by a star', () => {
    const traits: Edit = { type: 'IDENTIFY', key: null, version: 1, before: '{}', after: '{"title":"t"}' }
    const [found] = requiredOf({ ...defaultPolicy, ownerships: [area({ key: '*' })] }, [traits], () =>
      only('safe'),
    )
    expect(found?.ownerships).toHaveLength(1)
  })
})

describe('a demand for readers adds to the others', () => {
  const policy: Policy = { ...defaultPolicy, breaking: 2, consumerAffecting: 3 }
  test.each<[string, Policy, EditLevels | null, number, string]>([
    ['breaks readers', policy, { worst: 'breaking', readers: 'breaking' }, 3, 'consumer-affecting'],
    ['may break readers', policy, { worst: 'unknown', readers: 'unknown' }, 3, 'consumer-affecting'],
    ['breaks senders only', policy, { worst: 'breaking', readers: 'safe' }, 2, 'breaking'],
    ['hurts nobody', policy, { worst: 'safe', readers: 'safe' }, 1, 'any-change'],
    ['is not judged yet', policy, null, 3, 'not-judged'],
    [
      'breaks readers where breaks take more anyway',
      { ...policy, breaking: 4 },
      { worst: 'breaking', readers: 'breaking' },
      4,
      'breaking',
    ],
    [
      'breaks readers by a policy of before',
      { ...policy, consumerAffecting: 0 },
      { worst: 'breaking', readers: 'breaking' },
      2,
      'breaking',
    ],
  ])('%s', (_name, given, levels, approvals, reason) =>
    expect(requiredOf(given, [plain], () => levels)[0]).toMatchObject({ approvals, reason }),
  )
})

type Changes = Parameters<typeof levelsOfChanges>[0]

test.each<[string, Changes, boolean, EditLevels | null]>([
  ['nothing', [], false, { worst: 'documentation', readers: 'documentation' }],
  [
    'both audiences',
    [{ senders: 'safe', readers: 'unknown' }],
    false,
    { worst: 'unknown', readers: 'unknown' },
  ],
  ['senders', [{ senders: 'breaking', readers: 'safe' }], false, { worst: 'breaking', readers: 'safe' }],
  ['not settled', [{ senders: 'safe', readers: 'safe', pending: true }], false, null],
  ['not settled, broken jointly', [{ senders: 'safe', readers: 'safe', pending: true }], true, null],
  ['broken jointly', [{ senders: 'safe', readers: 'safe' }], true, { worst: 'breaking', readers: 'safe' }],
])('the levels of %s', (_name, changes, breaksJointly, expected) =>
  expect(levelsOfChanges(changes, { breaksJointly })).toEqual(expected),
)
