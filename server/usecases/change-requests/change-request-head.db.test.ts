import { describe, expect, test } from 'vitest'
import type { ChangeRequestView } from '@/contracts/change-request'
import { aRule } from '@/testing/a-rule'
import { checked } from '../checks/checked.cases'
import {
  approved,
  author,
  edit,
  failure,
  name,
  nextVersion,
  plan,
  review,
  save,
  schema,
  steward,
  submitted,
  withPlan,
  world,
} from './change-request-life.cases'
import { readChangeRequest } from './read-change-request'
import { resolveConflicts } from './resolve-conflicts'
import { updateChangeRequest } from './update-change-request'

withPlan()

describe('when the plan moved on', () => {
  test('untouched rules go along with their approvals', async () => {
    const request = await approved(edit('A', schema('a')))
    await nextVersion(2, [{ kind: 'change', rule: aRule('B', schema('elsewhere')) }])
    const behind = await readChangeRequest(author, name(request))
    expect(behind.gates.map(({ code }) => code)).toEqual(['out-of-date'])
    const updated = await checked(author, await updateChangeRequest(author, name(request)))
    expect(updated).toMatchObject({ base: 2, status: 'approved', gates: [] })
  })

  test('a conflict is shown and settled by redoing the text on head, which asks for approval again', async () => {
    const request = await approved(edit('A', schema('mine')), edit('B', schema('kept')))
    await nextVersion(2, [{ kind: 'change', rule: aRule('A', schema('theirs')) }])
    expect(await failure(updateChangeRequest(author, name(request)))).toMatchObject({
      code: 'conflicted',
      conflicts: [
        {
          rule: { key: 'A' },
          schemaPointer: '/description',
          base: 'A',
          ours: 'mine',
          theirs: 'theirs',
          head: 2,
        },
      ],
    })
    const behind = await readChangeRequest(author, name(request))
    expect(behind.conflicts).toHaveLength(1)
    expect(behind.gates.map(({ code }) => code)).toEqual(['conflicts', 'out-of-date'])
    const choices = [{ rule: { type: 'TRACK' as const, key: 'A', version: 1 }, take: 'ours' as const }]
    const { fingerprint } = behind
    const settled = await resolveConflicts(author, { ...name(request), fingerprint, choices })
    expect(settled).toMatchObject({ base: 2, status: 'in-review', conflicts: [] })
    expect(settled.edits[1]).toMatchObject({ key: 'B' })
    expect(settled.edits[0]).toMatchObject({
      before: { description: 'theirs' },
      after: { description: 'mine' },
    })
    expect(settled.gates.map(({ message }) => message).join()).toMatch(/^A still needs/)
  })

  const planned = (properties: object, more: object = {}) => ({
    type: 'object',
    properties: { properties: { type: 'object', properties, ...more } },
  })
  const ruleA = { type: 'TRACK' as const, key: 'A', version: 1 }
  const at = (pointer: string) => `/properties/properties/properties/${pointer}`
  const text = { type: 'string' }

  /** A request on a rule of three properties, of which the plan changes some, too. */
  const collided = async (mine: object, theirs: object) => {
    await nextVersion(2, [{ kind: 'change', rule: aRule('A', planned({ a: text, b: text })) }])
    const request = await approved(edit('A', planned(mine)), edit('B', schema('kept')))
    await nextVersion(3, [{ kind: 'change', rule: aRule('A', planned(theirs)) }])
    return readChangeRequest(author, name(request))
  }

  test('edits of other places of a rule merge by themselves; the other approvals stand', async () => {
    const behind = await collided({ a: { ...text, title: 'mine' }, b: text }, { a: text, b: text, c: text })
    expect(behind.gates.map(({ code }) => code)).toEqual(['out-of-date'])
    const updated = await updateChangeRequest(steward, name(behind))
    expect(updated).toMatchObject({ base: 3, status: 'in-review', conflicts: [] })
    expect(updated.edits[0]).toMatchObject({
      key: 'A',
      before: planned({ a: text, b: text, c: text }),
      after: planned({ a: { ...text, title: 'mine' }, b: text, c: text }),
      by: 'Ann Author',
      typedText: JSON.stringify(planned({ a: { ...text, title: 'mine' }, b: text })),
    })
    expect(updated.approvals).toMatchObject([{ stale: false, covers: [{ key: 'B' }] }])
    // Nobody chose anything, so whoever pressed the button may still approve.
    const again = await review(steward, await checked(world.ctx, updated), 'approve')
    expect(again).toMatchObject({ status: 'approved' })
  })

  test('each place has its own answer, and what does not collide is kept', async () => {
    const behind = await collided(
      { a: { ...text, title: 'mine', pattern: 'm' }, b: { ...text, description: 'mine' } },
      { a: { ...text, title: 'theirs' }, b: { ...text, description: 'theirs' }, c: text },
    )
    expect(behind.conflicts).toMatchObject([
      {
        pointer: '/properties/a',
        schemaPointer: at('a/title'),
        ours: 'mine',
        theirs: 'theirs',
        resolutions: [
          { take: 'ours', text: '"mine"' },
          { take: 'theirs', text: '"theirs"' },
          { take: 'base' },
        ],
        mergedText: expect.stringContaining('"c"'),
      },
      { schemaPointer: at('b/description'), ours: 'mine', theirs: 'theirs' },
    ])
    const choices = [
      { rule: ruleA, take: 'ours' as const, schemaPointer: at('a/title') },
      { rule: ruleA, take: 'theirs' as const, schemaPointer: at('b/description') },
    ]
    const { fingerprint } = behind
    const half = resolveConflicts(author, { ...name(behind), fingerprint, choices: choices.slice(0, 1) })
    expect(await failure(half)).toMatchObject({
      code: 'conflicted',
      conflicts: [{ schemaPointer: at('b/description') }],
    })
    const settled = await resolveConflicts(steward, { ...name(behind), fingerprint, choices })
    expect(settled.edits[0]).toMatchObject({
      after: planned({
        a: { ...text, title: 'mine', pattern: 'm' },
        b: { ...text, description: 'theirs' },
        c: text,
      }),
      by: 'Sue Steward',
    })
    expect(settled.approvals).toMatchObject([{ counts: false, covers: [{ key: 'B' }] }])
  })

  test('a text written by hand goes before every choice, and is refused where it cannot be read', async () => {
    const behind = await collided({ a: { type: 'number' }, b: text }, { a: { type: 'boolean' }, b: text })
    const { fingerprint } = behind
    const written = (schemaText: string, more = {}) =>
      resolveConflicts(author, {
        ...name(behind),
        fingerprint,
        choices: [{ rule: ruleA, take: 'edited', schemaText }],
        ...more,
      })
    expect(await failure(written('{"type":'))).toMatchObject({
      code: 'invalid-input',
      fields: [{ path: 'choices.0.schemaText' }],
    })
    expect(await failure(written('{}', { head: 2 }))).toMatchObject({
      code: 'stale',
      current: { number: behind.number },
    })
    const schemaText = '{ "type": "object", "description": "by hand" }'
    const settled = await written(schemaText, { head: 3 })
    expect(settled.edits[0]).toMatchObject({
      key: 'A',
      afterText: schemaText,
      before: planned({ a: { type: 'boolean' }, b: text }),
    })
  })

  test('edits that are safe each and break together are a finding, with what is refused, until the edit is written anew', async () => {
    const values = (a: object) => planned({ a })
    await nextVersion(2, [{ kind: 'change', rule: aRule('A', values({ enum: ['card'] })) }])
    const request = await submitted(edit('A', values({ enum: ['card', ''] })))
    await nextVersion(3, [{ kind: 'change', rule: aRule('A', values({ enum: ['card'], minLength: 1 })) }])
    const updated = await checked(author, await updateChangeRequest(author, name(request)))
    const found = (view: ChangeRequestView) =>
      view.checks.filter(({ name: check }) => check === 'compatibility').flatMap(({ findings }) => findings)
    expect(found(updated)).toMatchObject([
      {
        rule: ruleA,
        message: expect.stringMatching(/the plan’s change is safe by itself.*Refused now: .*"a":""/),
      },
    ])
    // Together they break, and what a policy asks for a break is asked of them.
    const judged = () =>
      world.ctx.transaction(async ({ changeRequests, checks }) =>
        checks.judgedEdits(`${(await changeRequests.find(plan, request.number))?.id}`),
      )
    expect(await judged()).toMatchObject([{ breaksJointly: true }])
    const renewed = await save(author, updated, edit('A', values({ enum: ['card', 'cash'], minLength: 1 })))
    expect(found(await checked(author, renewed))).toEqual([])
    expect(await judged()).toMatchObject([{ breaksJointly: false }])
  })

  test('an edit follows a rule that the plan renamed', async () => {
    const request = await submitted(edit('A', schema('mine')))
    await nextVersion(2, [{ kind: 'rename', from: ruleA, rule: aRule('A2', schema('A')) }])
    const updated = await updateChangeRequest(author, name(request))
    expect(updated.edits).toMatchObject([
      { key: 'A2', before: schema('A'), after: schema('mine'), by: 'Ann Author' },
    ])
  })

  test('taking theirs drops the edit; a rule that is gone can be added again', async () => {
    const request = await submitted(edit('A', schema('mine')), edit('B', schema('mine')))
    await nextVersion(2, [
      { kind: 'change', rule: aRule('A', schema('theirs')) },
      { kind: 'remove', id: { type: 'TRACK', key: 'B', version: 1 } },
    ])
    const settled = await resolveConflicts(author, {
      ...name(request),
      fingerprint: request.fingerprint,
      choices: [
        { rule: { type: 'TRACK', key: 'A', version: 1 }, take: 'theirs' },
        { rule: { type: 'TRACK', key: 'B', version: 1 }, take: 'ours' },
      ],
    })
    expect(settled.edits).toMatchObject([{ key: 'B', before: null, after: { description: 'mine' } }])
  })
})
