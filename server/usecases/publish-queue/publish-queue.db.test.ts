import { describe, expect, test } from 'vitest'
import { failureOf } from '@/testing/sandbox-world'
import { abandonPublish } from '../change-requests/abandon-publish'
import { previewPublish } from '../change-requests/preview-publish'
import { edit, schema } from '../change-requests/publishing.cases'
import { resumePublish } from '../change-requests/resume-publish'
import { saveEdits } from '../change-requests/save-edits'
import {
  ask,
  bench,
  cart,
  entriesOf,
  expectStopped,
  jobOf,
  morning,
  noon,
  order,
  people,
  queue,
  refund,
  sentences,
  setNow,
  turn,
  untilEnd,
  waitsOf,
  withPublishQueue,
} from './publish-queue.cases'
import { unschedulePublish } from './unschedule-publish'

withPublishQueue()

describe('the queue of a plan', () => {
  test('of three where the second is blocked: the third goes on', async () => {
    const [one, two, three] = [await cart(), await order(), await refund()]
    await ask(one)
    const [second, third] = [await ask(two), await ask(three)]
    expect(await ask(two)).toBe(second)
    expect(await queue()).toEqual([`${one} under-way`, `${two} waiting`, `${three} waiting`])
    expect(await bench.request(three)).toMatchObject({
      status: 'approved',
      waiting: { at: null, place: 2, behind: { number: two, halted: false } },
      gates: [
        { code: 'scheduled', message: expect.stringContaining(`behind change request ${two}`) },
        { code: 'out-of-date' },
      ],
      can: { publish: false, unschedule: true },
    })
    expect(await waitsOf(one, two, three)).toMatchObject([
      undefined,
      { reason: expect.stringContaining(`behind change request ${one}`), until: null, isScheduled: false },
      { reason: expect.stringContaining(`behind change request ${two}`), until: null, isScheduled: false },
    ])
    // What a publish from the queue would send is known, though the plan has moved on.
    expect((await previewPublish(people.steward, bench.name(three))).sentence).toMatch(/^1 updated/)
    expect(await turn(three)).toEqual({ waits: true })
    const { fingerprint } = await bench.request(two)
    const edits = [edit('Order Completed', schema('Somebody changed it'))]
    await saveEdits(people.author, { ...bench.name(two), edits, fingerprint })

    expect(await untilEnd(one)).toHaveProperty('done')
    expect((await entriesOf(second)).map((at) => at <= new Date(morning))).toEqual([true])
    expect(await turn(three)).toEqual({ waits: true })
    expect(await untilEnd(two)).toMatchObject({ failed: { code: 'blocked' } })
    await expectStopped(two, 'blocked', /needs an approval/, 'in-review')
    expect((await entriesOf(third)).map((at) => at <= new Date(morning))).toEqual([true])
    expect(await untilEnd(three)).toMatchObject({ done: { version: 3 } })
    expect(await bench.planNow()).toEqual({ head: 3, live: 3 })
    expect(await bench.plan.held()).toMatchObject({
      'Cart Viewed': { description: 'Cart seen' },
      'Order Completed': { description: 'Order Completed' },
      'Order Refunded': { description: 'Money back' },
    })
    expect(await queue()).toEqual([])
  })

  test.each<['resumed' | 'given up', number]>([
    ['resumed', 2],
    ['given up', 3],
  ])('waits, and says so, for one that stopped half-way, until it is %s', async (way, live) => {
    const [one, two] = [await cart(), await order()]
    const first = await ask(one)
    await ask(two)
    const body = { errors: [{ type: 'input-validation', message: 'not today' }] }
    await bench.plan.arm({ do: 'status', status: 422, body, match: { method: 'PATCH' } })
    expect(await turn(one)).toMatchObject({ failed: { code: 'segment-refused' } })
    expect(await queue()).toEqual([`${one} halted`, `${two} waiting`])
    expect((await bench.request(two)).gates[0]?.message).toBe(
      `Sue Steward asked for the publish. It is in the publish queue, which waits: change request ${one} stopped half-way and has to be resumed or given up.`,
    )
    expect(await turn(two)).toEqual({ waits: true })
    const three = await refund()
    expect(await failureOf(ask(three))).toMatchObject({ code: 'wrong-state' })
    await ask(three, noon)

    await (way === 'resumed' ? resumePublish : abandonPublish)(people.steward, bench.name(one))
    expect(await jobOf(one)).not.toBe(first)
    expect(await untilEnd(one)).toHaveProperty('done')
    expect(await bench.planNow()).toEqual({ head: live, live })
    expect(await untilEnd(two)).toMatchObject({ done: { version: live + 1 } })
    setNow(noon)
    expect(await untilEnd(three)).toMatchObject({ done: { version: live + 2 } })
  })

  test('is left by one that is called off, and the next goes on', async () => {
    const [one, two, three] = [await cart(), await order(), await refund()]
    await ask(one)
    await ask(two)
    await ask(three)
    await unschedulePublish(people.steward, bench.name(two))
    expect(await sentences(two)).toContain('took it out of the publish queue')
    expect(await queue()).toEqual([`${one} under-way`, `${three} waiting`])
    await untilEnd(one)
    expect(await untilEnd(three)).toHaveProperty('done')
    expect((await bench.request(two)).status).toBe('approved')
  })

  test('takes a scheduled one at its hour, behind who came before and ahead of who comes after', async () => {
    const [one, two, three] = [await cart(), await order(), await refund()]
    await ask(two, noon)
    await ask(one)
    setNow('2026-01-05T12:00:01.000Z')
    await ask(three)
    expect(await queue()).toEqual([`${one} under-way`, `${two} waiting`, `${three} waiting`])
    for (const number of [one, two, three]) expect(await untilEnd(number)).toHaveProperty('done')
    expect(await bench.planNow()).toEqual({ head: 4, live: 4 })
  })
})
