import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Context } from '@/server/ports/context'
import { segmentGateway } from '@/server/segment/gateway'
import { abandonPublish } from './abandon-publish'
import { giveReview } from './give-review'
import {
  edit,
  everyKind,
  expectNothingMissing,
  expectNothingTwice,
  heldAfter,
  openPublishing,
  type Publishing,
  type StartedPlan,
  schema,
} from './publishing.cases'
import { resumePublish } from './resume-publish'
import { runPublish } from './run-publish'
import { saveEdits } from './save-edits'

let people: Publishing
let bench: StartedPlan
beforeAll(async () => {
  people = await openPublishing()
})
beforeEach(async () => {
  bench = await people.start()
})
afterEach(() => bench.plan.close())
afterAll(() => people.close())

const begin = async () => {
  const number = await bench.approved(everyKind)
  return { number, jobId: await bench.claim(number) }
}

const expectPublished = async (number: number) => {
  const { status, timeline } = await bench.request(number)
  expect({ status, last: timeline.at(-1)?.sentence }).toMatchObject({ status: 'published' })
  expect(await bench.planNow()).toEqual({ head: 2, live: 2 })
  expect(Object.keys(await bench.plan.held()).sort()).toEqual(heldAfter)
  const states = await bench.plan.states()
  expectNothingMissing(states)
  return states
}

/** Cleanly stopped: nothing half-known, the reason in words, and both ways on. */
const expectStopped = async (number: number, code: string, words: RegExp) => {
  const { status, publishError, can } = await bench.request(number)
  expect({ status, publishError }).toEqual({
    status: 'publish-failed',
    publishError: { code, message: expect.stringMatching(words) },
  })
  return can
}

describe('what Segment does on a bad day', () => {
  const faults = [
    ['a storm of 429', { do: 'rate-limit', ms: 2_000, times: 5 }],
    ['502 with HTML', { do: 'html-502', times: 2 }],
    ['502 with HTML after the work was done', { do: 'html-502', afterCommit: true }],
    ['an answer that is no JSON', { do: 'not-json', times: 2 }],
    ['a connection cut before the work', { do: 'cut-before', times: 2 }],
    ['a connection cut after the work', { do: 'cut-after-commit' }],
  ] as const
  const calls = ['GET', 'PATCH', 'DELETE'] as const
  const days = faults.flatMap(([name, fault]) => calls.map((method) => ({ name, method, fault })))

  test.each(days)('$name, on $method: published in the end', async ({ fault, method }) => {
    const { number, jobId } = await begin()
    await bench.plan.arm({ ...fault, match: { method, path: '/rules$' } })
    expect(await bench.runUntilItEnds(number, jobId)).toHaveProperty('done')
    expectNothingTwice(await expectPublished(number))
  })

  test.each(calls)(
    'an answer to %s that is slower than the timeout: published in the end',
    async (method) => {
      const impatient: Context['segment'] = (connection) =>
        segmentGateway(connection, { sleep: people.pace.sleep, now: Date.now, random: () => 0 }, 250)
      const { number, jobId } = await begin()
      await bench.plan.arm({ do: 'delay', ms: 400, match: { method, path: '/rules$' } })
      const first = await bench.run(number, jobId, { ...bench.worker(jobId), segment: impatient })
      if ('retry' in first) expect(await bench.runUntilItEnds(number, jobId)).toHaveProperty('done')
      // Segment does the work that was given up, so a removal may have been asked for twice.
      await expectPublished(number)
    },
  )

  test('an answer that is no Segment answer stops the publish with the reason, and resume finishes it', async () => {
    const { number, jobId } = await begin()
    const match = { method: 'GET', path: '/rules$' }
    await bench.plan.arm({ do: 'drop-field', field: 'data.rules.*.version', match })
    await bench.run(number, jobId)
    await bench.jobEnds(jobId)
    const can = await expectStopped(number, 'segment-refused', /Nothing was changed in Segment/)
    expect(can).toMatchObject({ resume: true, abandon: true })
    const next = await resumePublish(people.steward, bench.name(number))
    expect(await bench.run(number, next.jobId)).toHaveProperty('done')
    expectNothingTwice(await expectPublished(number))
  })

  test('a publish that was resumed tells what all of it did, not what was left', async () => {
    const { number, jobId } = await begin()
    const body = { errors: [{ type: 'input-validation', message: 'no removals' }] }
    await bench.plan.arm({ do: 'status', status: 422, body, match: { method: 'DELETE' } })
    expect(await bench.run(number, jobId)).toMatchObject({ failed: { code: 'segment-refused' } })
    await bench.jobEnds(jobId)
    const next = await resumePublish(people.steward, bench.name(number))
    expect(await bench.run(number, next.jobId)).toMatchObject({
      done: { summary: '1 added, 1 updated, 1 renamed, 1 removed' },
    })
  })

  test('answers that are no JSON for longer than a call is tried are waited for by the job, which says why', async () => {
    const { number, jobId } = await begin()
    await bench.plan.arm({ do: 'not-json', times: 4, match: { method: 'GET', path: '/rules$' } })
    expect(await bench.run(number, jobId)).toMatchObject({
      retry: { code: 'segment-unavailable', message: expect.stringContaining('The answer was not JSON') },
    })
    expect((await bench.request(number)).status).toBe('publishing')
    expect(await bench.run(number, jobId)).toHaveProperty('done')
    expectNothingTwice(await expectPublished(number))
  })

  test('no call is repeated before the time that Retry-After names, and then the job waits as long', async () => {
    const { number, jobId } = await begin()
    await bench.plan.arm({ do: 'rate-limit', ms: 7_000, times: 4, match: { method: 'PATCH' } })
    people.slept.length = 0
    expect(await bench.run(number, jobId)).toMatchObject({ retry: { afterMs: 7_000 } })
    expect(people.slept.filter((ms) => ms === 7_000)).toHaveLength(3)
    expect((await bench.request(number)).status).toBe('publishing')
    expect(await bench.run(number, jobId)).toHaveProperty('done')
    expectNothingTwice(await expectPublished(number))
  })

  test('a page that lost rules without saying so is not believed', async () => {
    const { number, jobId } = await begin()
    const page = { match: { method: 'GET', path: '/rules$' } }
    await bench.plan.arm({ ...page, do: 'truncate-page' })
    await bench.plan.arm({ ...page, do: 'drop-field', field: 'data.pagination.totalEntries' })
    expect(await bench.runUntilItEnds(number, jobId)).toHaveProperty('done')
    expectNothingTwice(await expectPublished(number))
  })

  test('reads that lag behind do not make a killed run send its rename again', async () => {
    await bench.plan.showWritesAfter(120)
    const { number, jobId } = await begin()
    await bench.plan.arm({ do: 'cut-after-commit', match: { method: 'PATCH' } })
    expect(await bench.runUntilItEnds(number, jobId)).toHaveProperty('done')
    expectNothingTwice(await expectPublished(number))
  })
})

describe('what people do on a bad day', () => {
  const byHand = [
    ['a rule that the request touches', 'drift', { 'Order Completed': schema('by hand') }],
    ['a rule that it does not touch', 'drift', { 'Left As It Is': schema('by hand') }],
    ['a rule that it wants to remove, already gone', 'published', { 'Cart Viewed': null }],
    ['a rule under the name that it wants to give', 'drift', { 'Order Returned': schema('by hand') }],
  ] as const

  test.each(byHand)('%s is edited in Segment between approval and publish: %s', async (_, end, changes) => {
    const number = await bench.approved(everyKind)
    await bench.plan.editByHand(changes)
    const held = await bench.plan.held()
    const jobId = await bench.claim(number)
    const ended = await bench.run(number, jobId)
    if (end === 'published') {
      await expectPublished(number)
      return
    }
    expect(ended).toMatchObject({ failed: { code: 'drift' } })
    await bench.jobEnds(jobId)
    const can = await expectStopped(number, 'drift', /nobody looked at.*Nothing was changed in Segment/)
    expect(can).toMatchObject({ resume: true, abandon: true })
    expect(await bench.plan.held()).toEqual(held)
    expect(await bench.plan.writes()).toEqual([])
  })

  test('two workers that run one job at once end with one publish', async () => {
    const { number, jobId } = await begin()
    const ends = await Promise.allSettled([bench.run(number, jobId), bench.run(number, jobId)])
    if (!ends.some((end) => end.status === 'fulfilled' && 'done' in end.value))
      expect(await bench.runUntilItEnds(number, jobId)).toHaveProperty('done')
    await expectPublished(number)
  })

  test('publishers, a resume and giving up at once lead to one job', async () => {
    const number = await bench.approved(everyKind)
    const pressed = await Promise.allSettled([
      bench.claim(number),
      bench.claim(number),
      resumePublish(people.steward, bench.name(number)).then(({ jobId }) => jobId),
      abandonPublish(people.steward, bench.name(number)).then(({ jobId }) => jobId),
    ])
    const jobs = new Set(pressed.flatMap((press) => (press.status === 'fulfilled' ? [press.value] : [])))
    expect(jobs.size).toBe(1)
    await bench.run(number, `${[...jobs][0]}`)
    await expectPublished(number)
  })

  test('two approvals that race an edit: what is published is what was approved', async () => {
    const number = await bench.approved(everyKind)
    const { fingerprint } = await bench.request(number)
    const other = await people.world.as('steward', 'Sam Steward')
    const approve = { ...bench.name(number), verdict: 'approve', fingerprint } as const
    await Promise.allSettled([
      giveReview(other, approve),
      saveEdits(people.author, {
        ...bench.name(number),
        edits: [edit('Left As It Is', schema('slipped in'))],
        fingerprint,
      }),
      giveReview(people.steward, approve),
      bench.claim(number),
    ])
    const { status, jobId } = await bench.request(number)
    if (status === 'publishing') await bench.run(number, `${jobId}`)
    const held = await bench.plan.held()
    expect(held['Left As It Is']).toMatchObject({ description: 'Left As It Is' })
    expect(['published', 'in-review']).toContain((await bench.request(number)).status)
  })
})

describe('what clocks do on a bad day', () => {
  const day = 86_400_000
  test.each([
    ['forwards', day],
    ['backwards', -day],
  ])('a clock that jumps %s while Segment is waited for changes nothing', async (_, jump) => {
    await bench.plan.showWritesAfter(150)
    const { number, jobId } = await begin()
    let now = Date.now()
    const ctx = {
      ...bench.worker(jobId),
      now: () => {
        now += jump
        return new Date(now).toISOString()
      },
    }
    const run = { planId: bench.plan.planId, number, jobId }
    expect(await runPublish(ctx, run, people.pace)).toHaveProperty('done')
    await expectPublished(number)
  })
})
