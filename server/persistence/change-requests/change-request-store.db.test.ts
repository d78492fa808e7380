import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { editFingerprint, markOf } from '@/domain/review/edit-fingerprint'
import type { ChangeRequest, StoredEdit } from '@/server/ports/change-request-store'
import type { Stores } from '@/server/ports/stores'
import { aPlan } from '@/testing/a-plan'
import { type TestContext, testContext } from '@/testing/context'

let world: TestContext
let me: string
beforeAll(async () => {
  world = await testContext()
  me = world.ctx.actor.personId ?? ''
})
afterAll(() => world.drop())

const within = <T>(work: (stores: Stores) => Promise<T>) => world.ctx.transaction(work)

const aRequest = async (
  planId: string,
  fields: Partial<ChangeRequest> = {},
  edits: readonly StoredEdit[] = [],
) => {
  const request: ChangeRequest = {
    id: world.ctx.newId(),
    planId,
    number: await within(({ plans }) => plans.takeNumber(planId)),
    title: 'Add a coupon',
    description: '',
    authorId: me,
    authorName: world.ctx.actor.name,
    status: 'draft',
    baseVersion: 1,
    revision: 0,
    publishedVersion: null,
    promotion: null,
    reverts: null,
    jobId: null,
    publishError: null,
    conflicts: [],
    waiting: null,
    createdAt: world.ctx.now(),
    updatedAt: world.ctx.now(),
    ...fields,
  }
  await within(({ changeRequests }) => changeRequests.add(request, edits))
  return request
}

const anEdit = (key: string | null, fields: Partial<StoredEdit> = {}): StoredEdit => ({
  type: key === null ? 'COMMON' : 'TRACK',
  key,
  version: 1,
  before: '{ "a" : "\\u0000" }',
  after: null,
  by: me,
  writers: [me],
  ...fields,
})

describe('a change request', () => {
  it('comes back as it was stored, with its edits in order', async () => {
    const { planId } = await aPlan(world.ctx)
    const edits = [
      anEdit('Z'),
      anEdit('A', { newKey: 'B', after: '{}', writers: [me, 'x"{},\\'] }),
      anEdit(null, { before: null, after: '{}' }),
    ]
    const request = await aRequest(
      planId,
      {
        conflicts: JSON.parse('[{"pointer":"","base":{"__proto__":"a\\u0000b"}}]'),
        publishError: { code: 'x', message: 'y' },
      },
      edits,
    )
    const read = await within(async ({ changeRequests }) => ({
      request: await changeRequests.find(planId, request.number),
      locked: await changeRequests.lock(planId, request.number),
      edits: await changeRequests.edits(request.id),
      counts: await changeRequests.editCounts([request.id, 'none']),
    }))
    expect(read.request).toEqual(request)
    expect(read.locked).toEqual(request)
    expect(read.edits).toEqual(edits)
    expect(read.counts).toEqual({ [request.id]: 3, none: 0 })
    expect(await within(({ changeRequests }) => changeRequests.find(planId, 99))).toBeNull()
  })

  it('is saved by one of two who read the same revision', async () => {
    const { planId } = await aPlan(world.ctx)
    const request = await aRequest(planId)
    const save = (title: string) =>
      within(({ changeRequests }) =>
        changeRequests.save({ ...request, title, status: 'in-review' }, request.revision),
      )
    const saved = await Promise.all([save('One'), save('Two')])
    expect(saved.sort()).toEqual([false, true])
    const now = await within(({ changeRequests }) => changeRequests.find(planId, request.number))
    expect(now).toMatchObject({ status: 'in-review', revision: 1 })
    expect(['One', 'Two']).toContain(now?.title)
  })

  it('keeps verdicts with what they cover', async () => {
    const { planId } = await aPlan(world.ctx)
    const { id } = await aRequest(planId)
    const covers = [{ rule: { type: 'TRACK' as const, key: 'A', version: 1 }, hash: 'h' }]
    const review = {
      id: world.ctx.newId(),
      by: me,
      byName: world.ctx.actor.name,
      at: world.ctx.now(),
      verdict: 'approve' as const,
      body: 'Fine',
      tokenMinters: [],
      covers,
    }
    await within(({ changeRequests }) => changeRequests.addReview(id, review))
    expect(await within(({ changeRequests }) => changeRequests.reviews(id))).toEqual([review])
  })
})

describe('the fingerprints of edits', () => {
  const withDatabase = async (text: string, values: readonly string[]) => {
    const client = new Client({ connectionString: world.databaseUrl })
    await client.connect()
    await client.query(text, [...values])
    await client.end()
  }
  const read = (id: string) =>
    within(async ({ changeRequests }) => ({
      some: (await changeRequests.keptEdits(id, ['TRACK/1/A', 'TRACK/1/Z'])).map(({ key }) => key),
      marks: await changeRequests.editMarks(id),
      kept: (await changeRequests.keptEdits(id)).map(editFingerprint),
      one: await changeRequests.edit(id, 'TRACK/1/A').then((edit) => edit && editFingerprint(edit)),
      workedOut: (await changeRequests.edits(id)).map(editFingerprint),
    }))

  it('are kept with them, and whoever changes a request works them out from the texts', async () => {
    const { planId } = await aPlan(world.ctx)
    const edits = [anEdit('A', { newKey: 'B', after: '{}', writers: [me, 'x'] }), anEdit(null)]
    const { id } = await aRequest(planId, {}, edits)
    const [a, common] = edits.map(editFingerprint)
    const stored = await read(id)
    expect(stored).toMatchObject({ kept: [a, common], one: a, some: ['A'], workedOut: [a, common] })
    expect(stored.marks).toEqual(edits.map(markOf))

    await withDatabase("update change_request_edit set fingerprint = 'kept' where change_request_id = $1", [
      id,
    ])
    const kept = await read(id)
    expect(kept).toMatchObject({ kept: ['kept', 'kept'], one: 'kept', workedOut: [a, common] })
    expect(kept.marks.map(({ fingerprint }) => fingerprint)).toEqual(['kept', 'kept'])
  })

  it('are worked out where none was kept', async () => {
    const { planId } = await aPlan(world.ctx)
    const edits = [anEdit('A'), anEdit('B')]
    const { id } = await aRequest(planId, {}, edits)
    await withDatabase(
      "update change_request_edit set fingerprint = null where change_request_id = $1 and key = 'A'",
      [id],
    )
    const { marks, kept } = await read(id)
    expect(marks).toEqual(edits.map(markOf))
    expect(kept).toEqual(edits.map(editFingerprint))
  })
})

describe('who wrote edits', () => {
  it('is told of one person, whoever wrote them last', async () => {
    const { planId } = await aPlan(world.ctx)
    const { id } = await aRequest(planId, {}, [anEdit('A', { writers: [me, 'x'] }), anEdit('B')])
    const none = await aRequest(planId, {}, [])
    const told = await within(({ changeRequests }) =>
      Promise.all([me, 'x', 'y'].map((person) => changeRequests.authorship(id, person))),
    )
    expect(told).toEqual([true, true, false].map((isAuthor) => ({ count: 2, isAuthor })))
    expect(await within(({ changeRequests }) => changeRequests.authorship(none.id, me))).toEqual({
      count: 0,
      isAuthor: false,
    })
  })
})

describe('what was judged', () => {
  it('is read of all edits in short, or of some edits whole', async () => {
    const { planId } = await aPlan(world.ctx)
    const { id } = await aRequest(planId)
    const digest = {
      does: 'd',
      levels: { senders: 'safe' as const, readers: 'breaking' as const },
      schema: { isObject: true, defects: [{ pointer: '/a', explanation: 'Why' }], patterns: [] },
    }
    const judged = { engine: 'e', breaksJointly: true, changes: [] }
    const judgedEdits = [
      { ...judged, editHash: 'a', digest },
      { ...judged, editHash: 'b', digest: null },
    ]
    await within(({ checks }) => checks.keep(id, { judgedEdits, checks: [] }))
    const [digests, all, one, none] = await within(async ({ checks }) => [
      await checks.digests(id),
      await checks.judgedEdits(id),
      await checks.judgedEdits(id, ['b', 'c']),
      await checks.judgedEdits(id, []),
    ])
    expect(digests).toEqual(judgedEdits.map(({ changes: _, ...rest }) => rest))
    expect([all, one, none]).toEqual([judgedEdits, judgedEdits.slice(1), []])
  })
})

describe('the list of requests', () => {
  it('filters, finds text and numbers, and pages newest first', async () => {
    const { planId } = await aPlan(world.ctx)
    const other = await world.as('contributor', 'Other')
    for (let i = 1; i <= 5; i += 1)
      await aRequest(planId, {
        title: i === 2 ? '50% off' : `Request ${i}`,
        status: i % 2 ? 'in-review' : 'closed',
        // Two at the same instant: the id decides.
        createdAt: new Date(Date.UTC(2026, 0, i === 4 ? 3 : i)).toISOString(),
        ...(i === 5 && { authorId: other.actor.personId ?? '' }),
      })
    const numbers: number[] = []
    let cursor: string | null | undefined
    do {
      const at = cursor
      const page = await within(({ changeRequests }) =>
        changeRequests.page({ planId, limit: 2, ...(at ? { cursor: at } : {}) }),
      )
      numbers.push(...page.requests.map(({ number }) => number))
      cursor = page.nextCursor
    } while (cursor)
    expect(numbers).toEqual([5, 4, 3, 2, 1])
    const found = async (query: object) =>
      (
        await within(({ changeRequests }) => changeRequests.page({ planId, limit: 9, ...query }))
      ).requests.map(({ number }) => number)
    expect(await found({ statuses: ['in-review'] })).toEqual([5, 3, 1])
    expect(await found({ statuses: [] })).toEqual([])
    expect(await found({ authorId: other.actor.personId })).toEqual([5])
    expect(await found({ search: '50%' })).toEqual([2])
    expect(await found({ search: '#4' })).toEqual([4])
  })

  it('names the open requests that touch a rule', async () => {
    const { planId } = await aPlan(world.ctx)
    await aRequest(planId, { title: 'Open' }, [anEdit('A'), anEdit('B')])
    await aRequest(planId, { status: 'closed' }, [anEdit('A')])
    await aRequest(planId, { status: 'published' }, [anEdit('A')])
    const [one, all] = await within(async ({ changeRequests }) => [
      await changeRequests.openTouching(planId, 'TRACK/1/A'),
      await changeRequests.openTouching(planId),
    ])
    expect(one).toEqual([{ ruleKey: 'TRACK/1/A', number: 1, title: 'Open', status: 'draft' }])
    expect(all?.map(({ ruleKey }) => ruleKey)).toEqual(['TRACK/1/A', 'TRACK/1/B'])
  })
})

describe('the journal of a publish', () => {
  it('remembers what was sent and answered, exactly', async () => {
    const jobId = world.ctx.newId()
    const operations = JSON.parse('[{"key":"A","schema":{"__proto__":{"z":1},"b":"\\u0000","a":1}}]')
    await within(async ({ publishJournal }) => {
      await publishJournal.plan(jobId, [
        { ordinal: 0, kind: 'upsert', operations },
        { ordinal: 1, kind: 'remove', operations: [] },
      ])
      await publishJournal.sent(jobId, 0, '2026-01-05T09:00:00.000Z')
      await publishJournal.answered(jobId, 0, '2026-01-05T09:00:01.000Z', { code: 'x', message: 'y' })
    })
    const batches = await within(({ publishJournal }) => publishJournal.batches(jobId))
    expect(JSON.stringify(batches[0]?.operations)).toBe(JSON.stringify(operations))
    expect(batches).toMatchObject([
      {
        ordinal: 0,
        sentAt: '2026-01-05T09:00:00.000Z',
        answeredAt: '2026-01-05T09:00:01.000Z',
        error: { code: 'x' },
      },
      { ordinal: 1, kind: 'remove', sentAt: null, answeredAt: null, error: null },
    ])
    await expect(
      within(({ publishJournal }) =>
        publishJournal.plan(jobId, [{ ordinal: 1, kind: 'upsert', operations: [] }]),
      ),
    ).rejects.toThrow()
  })
})

describe('an endpoint', () => {
  it('counts deliveries and keeps the newest that were set aside', async () => {
    const { workspaceId } = await aPlan(world.ctx)
    const id = world.ctx.newId()
    const read = await within(async ({ endpoints }) => {
      await endpoints.add({
        id,
        workspaceId,
        kind: 'violations',
        sourceId: null,
        secretSealed: 'one',
        writeKey: null,
        createdBy: me,
        createdAt: world.ctx.now(),
        deliveries: 0,
        lastDeliveryAt: null,
      })
      await endpoints.delivered(id, '2026-01-05T10:00:00.000Z', 3)
      await endpoints.delivered(id, '2026-01-05T09:30:00.000Z', 2)
      for (let i = 0; i < 3; i += 1)
        await endpoints.setAside(id, [
          {
            id: world.ctx.newId(),
            reason: 'unsigned',
            body: `body ${i}\0`,
            at: new Date(Date.UTC(2026, 0, 5, i)).toISOString(),
          },
        ])
      const rotated = [await endpoints.rotate(id, 'two'), await endpoints.rotate('none', 'two')]
      return {
        rotated,
        endpoint: await endpoints.find(id),
        aside: await endpoints.setAsideOf(id, 2),
        removed: [await endpoints.remove(id), await endpoints.remove(id)],
      }
    })
    expect(read.endpoint).toMatchObject({
      deliveries: 5,
      lastDeliveryAt: '2026-01-05T10:00:00.000Z',
      secretSealed: 'two',
      writeKey: null,
    })
    expect(read.aside.map(({ body }) => body)).toEqual(['body 2', 'body 1'])
    expect(read.rotated).toEqual([true, false])
    expect(read.removed).toEqual([true, false])
  })
})
