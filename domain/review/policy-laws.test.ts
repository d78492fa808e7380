import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { levels, worstLevel } from '../impact/verdict'
import { anEdit } from '../plan/an-edit.cases'
import { isAuthor, isWaitingFor, isWaitingUntouched, reviewStanding } from './approval'
import { asksForTexts, asksOfEveryEdit, type EditLevels, requiredOf } from './demand'
import { markOf } from './edit-fingerprint'
import type { Ownership, Policy, ReviewerGroup } from './policy'
import { type RuleApproval, type RuleStanding, standingOf } from './policy-standing'

const people = ['sue', 'sam', 'ann']
const keys = ['Order Paid', 'Order Sent', 'Cart Opened']
const schemas = ['{}', '{"labels":{"team":"a"}}', '{"properties":{"email":{}}}']
const groupIds = ['g1', 'g2']

const number = fc.nat(3)
const anyOwnership: fc.Arbitrary<Ownership> = fc.record({
  name: fc.constantFrom('One', 'Two'),
  type: fc.constantFrom('TRACK' as const, null),
  key: fc.constantFrom('Order *', '*Opened', '*', null),
  label: fc.constantFrom({ name: 'team', value: 'a' }, { name: 'team', value: null }, null),
  group: fc.constantFrom(...groupIds),
})
const anyPolicy: fc.Arbitrary<Policy> = fc.record({
  approvals: number,
  breaking: number,
  unknown: number,
  personalData: number,
  consumerAffecting: number,
  documentation: fc.option(number),
  authorsMayApprove: fc.constant(false),
  ownerships: fc.array(anyOwnership, { maxLength: 3 }),
  bypassRoles: fc.constant([]),
  windows: fc.constant([]),
  freezes: fc.constant([]),
})
const anyGroups: fc.Arbitrary<ReviewerGroup[]> = fc
  .tuple(...groupIds.map(() => fc.subarray(people)))
  .map((sets) => groupIds.map((id, i) => ({ id, name: id, members: sets[i] ?? [] })))
const anyEdits = fc
  .subarray(keys, { minLength: 1 })
  .chain((some) =>
    fc.tuple(
      ...some.map((key) =>
        fc
          .tuple(fc.constantFrom(...schemas, null), fc.constantFrom(...schemas))
          .map(([before, after]) => anEdit(key, before, after)),
      ),
    ),
  )
const knownLevel: fc.Arbitrary<EditLevels> = fc
  .tuple(fc.constantFrom(...levels), fc.constantFrom(...levels))
  .map(([senders, readers]) => ({ worst: worstLevel([senders, readers]), readers }))
const anyLevel: fc.Arbitrary<EditLevels | null> = fc.option(knownLevel)
const anyLevels = fc.array(anyLevel, {
  minLength: keys.length,
  maxLength: keys.length,
})
const anyApproval: fc.Arbitrary<RuleApproval> = fc
  .tuple(fc.constantFrom(...keys), fc.constantFrom(...people))
  .map(([key, by]) => ({ rule: { type: 'TRACK', key, version: 1 }, by }))
const anyCase = fc.record({
  policy: anyPolicy,
  groups: anyGroups,
  edits: anyEdits,
  levels: anyLevels,
  approvals: fc.array(anyApproval, { maxLength: 6 }),
})

type Case = typeof anyCase extends fc.Arbitrary<infer T> ? T : never

const standing = ({ policy, groups, edits, levels: some, approvals }: Case): readonly RuleStanding[] =>
  standingOf(
    requiredOf(policy, edits, ({ key }) => some[keys.indexOf(key ?? '')] ?? null),
    approvals,
    groups,
  )

describe('laws of the policy', () => {
  test('adding an approval never makes more missing', () => {
    fc.assert(
      fc.property(anyCase, anyApproval, (given, more) => {
        const after = standing({ ...given, approvals: [...given.approvals, more] })
        for (const [i, rule] of standing(given).entries()) {
          expect(after[i]?.lacking).toBeLessThanOrEqual(rule.lacking)
          expect(rule.unowned).toEqual(expect.arrayContaining([...(after[i]?.unowned ?? [])]))
        }
      }),
    )
  })

  test('a stricter policy never lets through what a laxer one blocks', () => {
    fc.assert(
      fc.property(anyCase, anyPolicy, (given, more) => {
        const { policy } = given
        const strict: Policy = {
          ...policy,
          approvals: policy.approvals + more.approvals,
          breaking: policy.breaking + more.breaking,
          unknown: policy.unknown + more.unknown,
          personalData: policy.personalData + more.personalData,
          consumerAffecting: policy.consumerAffecting + more.consumerAffecting,
          documentation:
            policy.documentation === null || more.documentation === null
              ? null
              : policy.documentation + more.documentation,
          ownerships: [...policy.ownerships, ...more.ownerships],
        }
        const strictly = standing({ ...given, policy: strict })
        for (const [i, { approved }] of standing(given).entries())
          expect(strictly[i]?.approved && !approved).toBe(false)
      }),
    )
  })

  test('an approval clears only areas of groups that its person is in', () => {
    fc.assert(
      fc.property(anyCase, anyApproval, (given, more) => {
        const after = standing({ ...given, approvals: [...given.approvals, more] })
        for (const [i, { unowned, rule }] of standing(given).entries())
          for (const area of unowned.filter((each) => !after[i]?.unowned.includes(each))) {
            expect(rule.key).toBe(more.rule.key)
            expect(given.groups.find(({ id }) => id === area.group)?.members).toContain(more.by)
          }
      }),
    )
  })

  test('what is not judged yet takes as many as whatever it turns out to be', () => {
    fc.assert(
      fc.property(anyCase, knownLevel, (given, level) => {
        const open = standing({ ...given, levels: keys.map(() => null) })
        const told = standing({ ...given, levels: keys.map(() => level) })
        for (const [i, { needed }] of open.entries()) expect(told[i]?.needed).toBeLessThanOrEqual(needed)
      }),
    )
  })

  test('a policy that goes by no texts asks the same of marks, any other refuses them', () => {
    fc.assert(
      fc.property(anyCase, fc.boolean(), ({ policy: any, edits, levels: some }, goesByTexts) => {
        const policy: Policy = goesByTexts
          ? any
          : { ...any, personalData: 0, ownerships: any.ownerships.map((area) => ({ ...area, label: null })) }
        const marks = edits.map((edit) => markOf({ ...edit, by: 'ann' }))
        const level = ({ key }: { readonly key: string | null }) => some[keys.indexOf(key ?? '')] ?? null
        const asked = () => requiredOf(policy, marks, level)
        if (edits.length > 0 && asksForTexts(policy)) expect(asked).toThrow('texts')
        else expect(asked()).toEqual(requiredOf(policy, edits, level))
      }),
    )
  })
})

test('what waits before anybody has given a verdict is known without the edits', () => {
  const asking = fc
    .tuple(anyPolicy, fc.boolean())
    .map(([policy, authorsMayApprove]) => ({ ...policy, authorsMayApprove }))
    .filter(asksOfEveryEdit)
  const approvers = fc.subarray(people).map((some) => new Set(some))
  fc.assert(
    fc.property(asking, anyGroups, anyEdits, anyLevels, approvers, (policy, groups, edits, some, who) => {
      const written = edits.map((edit) => ({ ...edit, by: 'ann', writers: ['sam'] }))
      const levelsOf = ({ key }: { key: string | null }) => some[keys.indexOf(key ?? '')] ?? null
      for (const given of [written, []]) {
        const terms = { policy, groups, demands: requiredOf(policy, given, levelsOf) }
        for (const person of people)
          expect(
            isWaitingUntouched(policy, who, person, {
              count: given.length,
              isAuthor: isAuthor(given, person),
            }),
          ).toBe(isWaitingFor(reviewStanding(given, [], who, terms), terms, person))
      }
    }),
  )
})
