import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { ChangeRequestView, EditInput } from '@/contracts/change-request'
import { rulesHash } from '@/domain/plan/rules-hash'
import type { Actor, Context } from '@/server/ports/context'
import type { RuleStep } from '@/server/ports/rule-store'
import { aPlan } from '@/testing/a-plan'
import { aRule } from '@/testing/a-rule'
import { type TestContext, testContext } from '@/testing/context'
import { personOf } from '../authorize'
import { checked } from '../checks/checked.cases'
import { Failed } from '../fail'
import { authenticateToken } from '../people/authenticate-token'
import { mintToken } from '../people/mint-token'
import { closeChangeRequest } from './close-change-request'
import { createChangeRequest } from './create-change-request'
import { describeChangeRequest } from './describe-change-request'
import { giveReview } from './give-review'
import { listChangeRequests } from './list-change-requests'
import { readChangeRequest } from './read-change-request'
import { reopenChangeRequest } from './reopen-change-request'
import { resolveConflicts } from './resolve-conflicts'
import { saveEdits } from './save-edits'
import { submitChangeRequest } from './submit-change-request'
import { updateChangeRequest } from './update-change-request'
import { withdrawChangeRequest } from './withdraw-change-request'

const schema = (description: string) => ({ type: 'object', description })
const edit = (
  key: string,
  jsonSchema: EditInput['jsonSchema'],
  more: Partial<EditInput> = {},
): EditInput => ({
  type: 'TRACK',
  key,
  version: 1,
  jsonSchema,
  ...more,
})
const rules = ['A', 'B', 'C'].map((key) => aRule(key, schema(key)))
const big = aRule('Big', '{"type":"object","properties":{"n":{"maximum":12345678901234567890}}}')

let world: TestContext
let author: Context
let steward: Context
let other: Context
let plan: string

beforeAll(async () => {
  world = await testContext()
  author = await world.as('contributor', 'Ann Author')
  steward = await world.as('steward', 'Sue Steward')
  other = await world.as('steward', 'Sam Steward')
})
afterAll(() => world.drop())
beforeEach(async () => {
  const { planId } = await aPlan(world.ctx)
  plan = planId
  await nextVersion(
    1,
    [...rules, big].map((rule) => ({ kind: 'add', rule })),
  )
})

/** Somebody else's publish, already in Segment. */
const nextVersion = (version: number, steps: readonly RuleStep[]) =>
  world.ctx.transaction(async (stores) => {
    const at = world.ctx.now()
    await stores.rules.writeVersion(plan, { version, at, by: 'T', note: '', changeRequest: null, steps })
    await stores.plans.setLive(plan, version)
    const live = await stores.rules.ofVersion(plan, version)
    await stores.plans.recordSeen(plan, { at, seenHash: rulesHash(live), rules: live })
  })
const create = (...edits: EditInput[]) => createChangeRequest(author, { plan, title: 'Change', edits })
const submitted = async (...edits: EditInput[]) =>
  submitChangeRequest(author, { plan, number: (await create(...edits)).number })
const review = (
  ctx: Context,
  request: ChangeRequestView,
  verdict: 'approve' | 'request-changes' | 'comment',
) => giveReview(ctx, { plan, number: request.number, verdict, fingerprint: request.fingerprint, body: 'Hm.' })
const approved = async (...edits: EditInput[]) =>
  review(steward, await checked(world.ctx, await submitted(...edits)), 'approve')
const save = (ctx: Context, request: ChangeRequestView, ...edits: EditInput[]) =>
  saveEdits(ctx, { plan, number: request.number, edits, fingerprint: request.fingerprint })
const failure = async (work: Promise<unknown>) => {
  const error = await work.then(
    () => null,
    (thrown: unknown) => thrown,
  )
  return error instanceof Failed ? error.failure : error
}
const name = ({ number }: ChangeRequestView) => ({ plan, number })
const tokenOf = (ctx: Context, ...minters: Context[]): Actor => ({
  kind: 'token',
  personId: personOf(ctx.actor),
  name: ctx.actor.name,
  role: 'steward',
  tokenId: 'token',
  minters: minters.map(({ actor }) => personOf(actor)),
  scopes: [],
})

describe('edits', () => {
  test('keep the exact text, show the semantic diff, and drop what changes nothing', async () => {
    const schemaText = '{ "description": "New",\n "type": "object" }'
    const request = await create(
      edit('A', schema('New'), { schemaText }),
      edit('B', { description: 'B', type: ['object'] }),
    )
    expect(request.edits).toHaveLength(1)
    expect(request.edits[0]).toMatchObject({ key: 'A', afterText: schemaText, by: 'Ann Author' })
    expect(request.changes).toMatchObject([{ kind: 'description-changed', senders: 'documentation' }])
    expect(request.checks.map(({ name: check, status }) => [check, status])).toEqual([
      ['schema', 'completed'],
      ['up-to-date', 'completed'],
      ['segment-limits', 'completed'],
      ['compatibility', 'queued'],
      ['lint', 'queued'],
      ['replay', 'queued'],
    ])
  })

  const bad: readonly (readonly [string, EditInput[], string])[] = [
    ['two edits of one rule', [edit('A', null), edit('A', schema('x'))], 'edits.1'],
    ['removing what is not there', [edit('Nowhere', null)], 'edits.0.key'],
    ['renaming what is not there', [edit('Nowhere', {}, { newKey: 'X' })], 'edits.0.newKey'],
    ['a name that is taken', [edit('A', schema('A'), { newKey: 'B' })], 'edits.0'],
    ['a key on a rule without', [edit('x', {}, { type: 'IDENTIFY' })], 'edits.0.key'],
    ['an event without a key', [edit('x', {}, { key: null })], 'edits.0.key'],
    ['version 0', [edit('x', {}, { version: 0 })], 'edits.0.version'],
    ['a text that says something else', [edit('A', {}, { schemaText: '{"a":1}' })], 'edits.0.schemaText'],
    ['a text that is no JSON', [edit('A', {}, { schemaText: '{' })], 'edits.0.schemaText'],
    ['a key that no database can hold', [edit('x\u0000', {})], 'edits.0.key'],
    ['a name longer than an index holds', [edit('界'.repeat(700), {})], 'edits.0.key'],
    ['such a new name', [edit('A', {}, { newKey: '界'.repeat(700) })], 'edits.0'],
    ['numbers that JSON rounds', [edit('Big', { type: 'object' })], 'edits.0.jsonSchema'],
  ]
  test.each(bad)('refuse %s, by field', async (_what, edits, path) => {
    const refused = await failure(create(...edits))
    expect(refused).toMatchObject({ code: 'invalid-input', fields: [{ path }] })
  })

  test('of somebody else are for stewards', async () => {
    const request = await create(edit('A', schema('x')))
    const stranger = await world.as('contributor', 'Bo')
    expect(await failure(save(stranger, request))).toMatchObject({ code: 'not-allowed' })
    expect(await failure(create.call(null, edit('A', null)).then(() => null))).toBeNull()
    expect((await save(steward, request, edit('A', schema('y')))).edits[0]).toMatchObject({
      by: 'Sue Steward',
    })
  })

  test('that somebody has not seen are not overwritten', async () => {
    const request = await create(edit('A', schema('x')))
    await save(author, request, edit('A', schema('y')))
    expect(await failure(save(steward, request, edit('A', null)))).toMatchObject({
      code: 'stale',
      current: { edits: [{ after: { description: 'y' } }] },
    })
  })

  test('a schema that is no object, or a pattern Segment cannot read, shows in the checks', async () => {
    const pattern = { type: 'object', properties: { a: { pattern: '^(?!x)' } } }
    const request = await submitted(edit('A', true), edit('B', pattern))
    expect(request.checks.slice(0, 3).map(({ conclusion }) => conclusion)).toEqual(['block', 'pass', 'warn'])
    expect(request.gates.map(({ code }) => code)).toContain('check-failed')
  })
})

describe('reviews', () => {
  test('an approval stands for the rules whose edits stay', async () => {
    const request = await submitted(edit('A', schema('a')), edit('B', schema('b')))
    expect((await review(steward, request, 'approve')).status).toBe('approved')
    const edited = await save(author, request, edit('A', schema('a')), edit('B', schema('changed')))
    expect(edited.status).toBe('in-review')
    const missing = edited.gates.find(({ code }) => code === 'approvals-missing')
    expect(missing?.message).toMatch(/^B still needs/)
    expect((await review(other, edited, 'approve')).status).toBe('approved')
  })

  test('a verdict on some rules covers exactly those, and each counts by itself', async () => {
    const request = await submitted(edit('A', schema('a')), edit('B', schema('b')))
    const on = (ctx: Context, verdict: 'approve' | 'request-changes', ...keys: string[]) =>
      giveReview(ctx, {
        ...name(request),
        verdict,
        fingerprint: request.fingerprint,
        rules: keys.map((key) => ({ type: 'TRACK', key, version: 1 })),
      })
    const half = await on(steward, 'approve', 'A')
    expect(half.status).toBe('in-review')
    expect(half.approvals.map(({ covers }) => covers.map(({ key }) => key))).toEqual([['A']])
    expect(half.gates.find(({ code }) => code === 'approvals-missing')?.message).toMatch(/^B still needs/)

    const asked = await on(steward, 'request-changes', 'B')
    expect(asked.status).toBe('changes-requested')
    expect(asked.approvals.map(({ stale }) => stale)).toEqual([false, false])
    expect((await on(steward, 'approve', 'A')).status).toBe('changes-requested')
    expect((await on(steward, 'approve', 'B')).status).toBe('approved')
    expect(await failure(on(steward, 'approve', 'A', 'Not Edited'))).toMatchObject({
      code: 'invalid-input',
      fields: [{ path: 'rules' }],
    })
  })

  test('nobody approves edits they had a hand in', async () => {
    const request = await submitted(edit('A', schema('a')))
    const rewritten = await save(steward, request, edit('A', schema('b')))
    expect(await failure(review(steward, rewritten, 'approve'))).toMatchObject({ code: 'own-edits' })
    const back = await save(author, rewritten, edit('A', schema('c')))
    expect(await failure(review(steward, back, 'approve'))).toMatchObject({ code: 'own-edits' })
    expect((await review(steward, back, 'comment')).status).toBe('in-review')
  })

  test('an approval through a token that an author minted does not count', async () => {
    const request = await createChangeRequest(steward, { plan, title: 'T', edits: [edit('A', null)] })
    const waiting = await submitChangeRequest(steward, name(request))
    const minted = world.asActor(tokenOf(other, steward))
    const reviewed = await review(minted, waiting, 'approve')
    expect(reviewed.status).toBe('in-review')
    expect(reviewed.approvals).toMatchObject([{ verdict: 'approve', counts: false }])
  })

  test('nor does one through a token that an author minted through a token of somebody else', async () => {
    const [admin, writer] = [await world.as('admin'), await world.as('admin')]
    const mint = async (by: Context, id: string) => (await mintToken(by, { id, name: 'T' })).token
    const through = async (token: string) =>
      world.asActor(await authenticateToken(world.ctx, { token, demoAllowed: false }))
    const writing = await through(await mint(admin, personOf(writer.actor)))
    const reviewing = await through(await mint(writing, personOf(steward.actor)))
    const request = await createChangeRequest(writing, { plan, title: 'T', edits: [edit('A', schema('t'))] })
    const sent = await submitChangeRequest(writing, name(request))
    expect((await review(reviewing, sent, 'approve')).approvals).toMatchObject([{ counts: false }])
  })

  test('one administrator may hand out the tokens of author and reviewer', async () => {
    const admin = await world.as('admin')
    const writing = world.asActor(tokenOf(author, admin))
    const request = await createChangeRequest(writing, { plan, title: 'T', edits: [edit('A', schema('t'))] })
    const sent = await submitChangeRequest(writing, name(request))
    expect((await review(world.asActor(tokenOf(steward, admin)), sent, 'approve')).status).toBe('approved')
  })

  test('a request for changes blocks until the same person approves', async () => {
    const request = await submitted(edit('A', schema('a')))
    const sent = await review(steward, request, 'request-changes')
    expect(sent.status).toBe('changes-requested')
    expect(sent.timeline.at(-1)).toMatchObject({ by: 'Sue Steward', body: 'Hm.' })
    const again = await submitChangeRequest(author, name(request))
    expect(again.status).toBe('in-review')
    expect((await review(other, again, 'approve')).status).not.toBe('approved')
    expect((await review(steward, again, 'approve')).status).toBe('approved')
  })

  test('contributors comment but do not judge, and what was not seen is not judged', async () => {
    const request = await submitted(edit('A', schema('a')))
    expect(await failure(review(author, request, 'approve'))).toMatchObject({ code: 'not-allowed' })
    expect((await review(author, request, 'comment')).approvals).toHaveLength(1)
    await save(author, request, edit('A', schema('b')))
    expect(await failure(review(steward, request, 'approve'))).toMatchObject({ code: 'stale' })
  })
})

describe('states', () => {
  test('submit, withdraw, close and reopen, each written to the timeline', async () => {
    const request = await submitted(edit('A', schema('a')))
    await withdrawChangeRequest(author, name(request))
    expect(await failure(review(steward, request, 'approve'))).toMatchObject({ code: 'wrong-state' })
    await closeChangeRequest(author, name(request))
    expect(await failure(save(author, request))).toMatchObject({ code: 'wrong-state', status: 'closed' })
    const reopened = await reopenChangeRequest(author, name(request))
    expect(reopened.status).toBe('draft')
    expect(reopened.timeline.map(({ kind }) => kind)).toEqual([
      'change-request-created',
      'change-request-submitted',
      'change-request-withdrawn',
      'change-request-closed',
      'change-request-reopened',
    ])
    expect(await failure(withdrawChangeRequest(author, name(request)))).toMatchObject({
      code: 'wrong-state',
    })
  })

  test('an empty request is not submitted; title and description can change', async () => {
    const request = await create()
    expect(await failure(submitChangeRequest(author, name(request)))).toMatchObject({
      code: 'blocked',
      gates: [{ code: 'no-edits' }],
    })
    const described = await describeChangeRequest(author, { ...name(request), title: 'Better' })
    expect(described).toMatchObject({ title: 'Better', description: '' })
  })

  test('lists by status and author, and what waits for whom', async () => {
    const request = await submitted(edit('A', schema('a')))
    await create(edit('B', null))
    const list = async (ctx: Context, query: object) =>
      (await listChangeRequests(ctx, { plan, limit: 50, ...query })).data.map(({ number }) => number)
    expect(await list(steward, {})).toHaveLength(2)
    expect(await list(steward, { status: 'in-review,approved' })).toEqual([request.number])
    expect(await list(steward, { author: 'me' })).toEqual([])
    expect(await list(steward, { waitingForMe: true })).toEqual([request.number])
    expect(await list(author, { waitingForMe: true })).toEqual([])
    await review(steward, request, 'approve')
    expect(await list(other, { waitingForMe: true })).toEqual([])
    expect(await failure(list(steward, { status: 'nonsense' }))).toMatchObject({ code: 'invalid-input' })
  })
})

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
