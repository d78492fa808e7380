import * as fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { rulesHash } from '@/domain/plan/rules-hash'
import type { Context } from '@/server/ports/context'
import { aRule } from '@/testing/a-rule'
import { checked } from '../checks/checked.cases'
import { Failed } from '../fail'
import { abandonPublish } from './abandon-publish'
import { closeChangeRequest } from './close-change-request'
import { createChangeRequest } from './create-change-request'
import { giveReview } from './give-review'
import { publishChangeRequest } from './publish-change-request'
import { edit, openPublishing, type Publishing, type StartedPlan, schema } from './publishing.cases'
import { reopenChangeRequest } from './reopen-change-request'
import { isComplete, newModel, type Step, step, type Who } from './request-model.cases'
import { resumePublish } from './resume-publish'
import { saveEdits } from './save-edits'
import { submitChangeRequest } from './submit-change-request'
import { updateChangeRequest } from './update-change-request'
import { withdrawChangeRequest } from './withdraw-change-request'

let people: Publishing
let actors: Readonly<Record<Who, Context>>
beforeAll(async () => {
  people = await openPublishing()
  const { author: ann, steward: sue, world } = people
  actors = { ann, sue, sam: await world.as('steward', 'Sam'), vic: await world.as('viewer', 'Vic') }
})
afterAll(() => people.close())

const keys = { cart: 'Cart Viewed', order: 'Order Completed' } as const

const carryOutStep = async (bench: StartedPlan, number: number, asked: Step): Promise<unknown> => {
  const name = bench.name(number)
  if (asked.do === 'other') return otherPublishes(bench)
  const { fingerprint, jobId, status, publishError } = await bench.request(number)
  if (asked.do === 'work') {
    if (status !== 'publishing' && publishError?.code !== 'abandoning') return
    const body = { errors: [{ type: 'input-validation', message: 'not today' }] }
    if (asked.refused && status === 'publishing')
      await bench.plan.arm({ do: 'status', status: 422, body, match: { method: 'PATCH' } })
    await bench.run(number, `${jobId}`)
    return bench.jobEnds(`${jobId}`)
  }
  const ctx = actors[asked.by]
  switch (asked.do) {
    case 'save': {
      const wishes = (['cart', 'order'] as const).flatMap((rule) => {
        const wish = asked[rule]
        return wish === null ? [] : [edit(keys[rule], schema(wish))]
      })
      return saveEdits(ctx, { ...name, edits: wishes, fingerprint: asked.seen ? fingerprint : 'another' })
    }
    case 'approve':
    case 'request-changes':
      return giveReview(ctx, {
        ...name,
        verdict: asked.do,
        fingerprint: asked.seen ? fingerprint : 'another',
        ...(asked.of === null ? {} : { rules: [{ type: 'TRACK', key: keys[asked.of], version: 1 }] }),
      })
    case 'publish': {
      const view = await bench.request(number)
      if (view.checks.some((check) => check.status === 'queued')) await checked(people.world.ctx, view)
      return publishChangeRequest(ctx, name, { patienceMs: 0 })
    }
    default:
      return uses[asked.do](ctx, name)
  }
}

const uses = {
  submit: submitChangeRequest,
  withdraw: withdrawChangeRequest,
  close: closeChangeRequest,
  reopen: reopenChangeRequest,
  update: updateChangeRequest,
  resume: resumePublish,
  abandon: abandonPublish,
} as const

const otherPublishes = async ({ plan }: StartedPlan): Promise<void> => {
  const now = people.world.ctx.now()
  const changed = schema(`changed at ${now}`)
  await plan.editByHand({ 'Left As It Is': changed })
  await people.world.ctx.transaction(async ({ plans, rules }) => {
    const version = ((await plans.find(plan.planId))?.headVersion ?? 0) + 1
    const steps = [{ kind: 'change', rule: aRule('Left As It Is', changed) }] as const
    await rules.writeVersion(plan.planId, {
      version,
      at: now,
      by: 'Other',
      note: '',
      changeRequest: null,
      steps,
    })
    await plans.setLive(plan.planId, version)
    const held = await rules.ofVersion(plan.planId, version)
    await plans.recordSeen(plan.planId, { at: now, seenHash: rulesHash(held), rules: held })
  })
}

const who = fc.oneof(
  { arbitrary: fc.constantFrom<Who>('sue', 'sam', 'ann'), weight: 9 },
  { arbitrary: fc.constant<Who>('vic'), weight: 1 },
)
const wish = fc.constantFrom('one', 'two', null)
const seen = fc.oneof(
  { arbitrary: fc.constant(true), weight: 9 },
  { arbitrary: fc.constant(false), weight: 1 },
)
const of = fc.oneof(
  { arbitrary: fc.constant(null), weight: 3 },
  { arbitrary: fc.constantFrom('cart' as const, 'order' as const), weight: 2 },
)
const often = (weight: number, arbitrary: fc.Arbitrary<Step>) => ({ arbitrary, weight })
const anyStep = fc.oneof(
  often(5, fc.record({ do: fc.constant('save'), by: who, cart: wish, order: wish, seen })),
  often(4, fc.record({ do: fc.constant('submit'), by: who })),
  often(7, fc.record({ do: fc.constant('approve'), by: who, seen, of })),
  often(2, fc.record({ do: fc.constant('request-changes'), by: who, seen, of })),
  often(5, fc.record({ do: fc.constant('publish'), by: who })),
  often(4, fc.record({ do: fc.constant('work'), refused: fc.boolean() })),
  often(2, fc.record({ do: fc.constant('update'), by: who })),
  often(1, fc.record({ do: fc.constant('other') })),
  often(6, fc.record({ do: fc.constantFrom('withdraw', 'close', 'reopen', 'resume', 'abandon'), by: who })),
)

/** Through every state once, so that each run of the test goes there whatever chance says. */
const throughAllStates: Step[] = [
  { do: 'save', by: 'ann', cart: 'one', order: 'one', seen: true },
  { do: 'submit', by: 'ann' },
  { do: 'publish', by: 'sue' },
  { do: 'request-changes', by: 'sam', seen: true, of: null },
  { do: 'approve', by: 'sue', seen: true, of: null },
  { do: 'approve', by: 'sam', seen: true, of: null },
  { do: 'other' },
  { do: 'publish', by: 'sue' },
  { do: 'update', by: 'ann' },
  { do: 'withdraw', by: 'ann' },
  { do: 'publish', by: 'sue' },
  { do: 'submit', by: 'ann' },
  { do: 'publish', by: 'sue' },
  { do: 'work', refused: true },
  { do: 'abandon', by: 'sue' },
  { do: 'resume', by: 'sue' },
  { do: 'work', refused: false },
  { do: 'reopen', by: 'ann' },
  { do: 'update', by: 'ann' },
  { do: 'submit', by: 'ann' },
  { do: 'save', by: 'sue', cart: 'one', order: 'two', seen: true },
  { do: 'approve', by: 'sue', seen: true, of: null },
  { do: 'publish', by: 'sue' },
  { do: 'approve', by: 'sam', seen: true, of: null },
  { do: 'publish', by: 'ann' },
  { do: 'publish', by: 'sam' },
  { do: 'work', refused: true },
  { do: 'resume', by: 'sam' },
  { do: 'work', refused: false },
  { do: 'publish', by: 'sam' },
]

test('whoever does what in whatever order: the model agrees, and nothing is published that is not approved', {
  timeout: 240_000,
}, async () => {
  const reached = new Set<string>()
  await fc.assert(
    fc.asyncProperty(fc.array(anyStep, { minLength: 15, maxLength: 40 }), async (walk) => {
      const bench = await people.start()
      try {
        const { number } = await createChangeRequest(actors.ann, {
          plan: bench.plan.planId,
          title: 'Walk',
          edits: [],
        })
        const model = newModel()
        for (const [place, asked] of walk.entries()) {
          // Another version only ever begins when the one before it has arrived.
          if (asked.do === 'other' && ['publishing', 'publish-failed'].includes(model.status)) continue
          people.world.setNow(new Date(Date.UTC(2026, 0, 6) + place * 1_000).toISOString())
          const wasApproved = isComplete(model)
          const began = model.status
          const expected = step(model, asked)
          const outcome = await carryOutStep(bench, number, asked).then(
            () => 'ok',
            (error) => (error instanceof Failed ? error.failure.code : Promise.reject(error)),
          )
          const { status, base, edits } = await bench.request(number)
          const at = `step ${place} of ${JSON.stringify(walk)}`
          expect({ outcome, status, base, edits: edits.length }, at).toEqual({
            outcome: expected,
            status: model.status,
            base: model.base,
            edits: Object.keys(model.edits).length,
          })
          if (status === 'publishing' && began !== 'publishing' && began !== 'publish-failed')
            expect(wasApproved, at).toBe(true)
          if (asked.do === 'work') expect(await heldOf(bench), at).toEqual(model.held)
          reached.add(status)
        }
      } finally {
        await bench.plan.close()
      }
    }),
    // Making a failing walk shorter ends with that time, too.
    { numRuns: 8, examples: [[throughAllStates]], interruptAfterTimeLimit: 120_000 },
  )
  expect([...reached].sort()).toEqual([
    'approved',
    'changes-requested',
    'closed',
    'draft',
    'in-review',
    'publish-failed',
    'published',
    'publishing',
  ])
})

/** What Segment holds of the two rules, where it is not what it began with. */
const heldOf = async ({ plan }: StartedPlan) => {
  const held = await plan.held()
  return Object.fromEntries(
    Object.entries(keys).flatMap(([rule, key]) => {
      const { description } = held[key] as { description: string }
      return description === key ? [] : [[rule, description]]
    }),
  )
}
