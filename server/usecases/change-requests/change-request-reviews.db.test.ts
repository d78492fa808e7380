import { describe, expect, test } from 'vitest'
import type { Context } from '@/server/ports/context'
import { personOf } from '../authorize'
import { authenticateToken } from '../people/authenticate-token'
import { mintToken } from '../people/mint-token'
import {
  author,
  edit,
  failure,
  name,
  other,
  plan,
  review,
  save,
  schema,
  steward,
  submitted,
  tokenOf,
  withPlan,
  world,
} from './change-request-life.cases'
import { createChangeRequest } from './create-change-request'
import { giveReview } from './give-review'
import { submitChangeRequest } from './submit-change-request'

withPlan()

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
