import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Context } from '@/server/ports/context'
import { aPlan } from '@/testing/a-plan'
import { aRule } from '@/testing/a-rule'
import { type TestContext, testContext } from '@/testing/context'
import { readChangeRequest } from '../change-requests/read-change-request'
import { Failed } from '../fail'
import { listRepairs } from './list-repairs'
import { repairRules } from './repair-rules'

const event = (properties: object) => ({ properties: { properties: { type: 'object', properties } } })
const rules = [
  aRule('Order Completed', event({ total: { type: 'number', required: true }, count: { type: 'Int' } })),
  aRule('Cart Viewed', event({ total: { type: 'any' } })),
  aRule('Guess Me', event({ total: { type: 'string,' } })),
  aRule('Sound', event({ total: { type: 'number' } })),
]

let world: TestContext
let author: Context
let plan: string
beforeAll(async () => {
  world = await testContext()
  author = await world.as('contributor', 'Ann Author')
  plan = (await aPlan(world.ctx)).planId
  await world.ctx.transaction(async (stores) => {
    const steps = rules.map((rule) => ({ kind: 'add', rule }) as const)
    const version = { version: 1, at: world.ctx.now(), by: 'T', note: '', changeRequest: null }
    await stores.rules.writeVersion(plan, { ...version, steps })
    await stores.plans.setLive(plan, 1)
  })
})
afterAll(() => world.drop())

const id = (key: string) => ({ type: 'TRACK' as const, key, version: 1 })

describe('repairs', () => {
  test('are listed for every rule with defects, each with what it changes by itself', async () => {
    const first = await listRepairs(author, { plan, limit: 2 })
    expect(first.data.map(({ rule }) => rule.key)).toEqual(['Cart Viewed', 'Guess Me'])
    const second = await listRepairs(author, { plan, limit: 2, cursor: first.nextCursor ?? '' })
    expect(second).toMatchObject({
      nextCursor: null,
      data: [
        {
          rule: { key: 'Order Completed' },
          repairs: [
            {
              certainty: 'certain',
              pointer: '/properties/properties/properties/total/required',
              changes: expect.arrayContaining([
                expect.objectContaining({
                  kind: 'property-required',
                  senders: 'breaking',
                  witness: { properties: {} },
                }),
              ]),
            },
            {
              certainty: 'guess',
              changes: [{ senders: 'breaking', refusals: [{ pointer: '/properties/count' }] }],
            },
          ],
        },
      ],
    })
  })

  test('are listed for one rule; a rule without defects has none', async () => {
    const of = (key: string) => listRepairs(author, { plan, ...id(key), limit: 50 })
    expect((await of('Cart Viewed')).data).toMatchObject([{ repairs: [{ certainty: 'certain' }], left: [] }])
    expect((await of('Sound')).data).toEqual([])
  })
})

describe('repairing', () => {
  test('opens a draft with the certain repairs and the guesses that were chosen', async () => {
    const { number, repairs } = await repairRules(author, {
      plan,
      rules: [id('Order Completed'), id('Sound')],
      guesses: [{ rule: id('Order Completed'), pointer: '/properties/properties/properties/count/type' }],
    })
    expect(repairs).toBe(2)
    const request = await readChangeRequest(author, { plan, number })
    expect(request).toMatchObject({
      title: 'Repair the schema of Order Completed',
      status: 'draft',
      author: 'Ann Author',
      description: expect.stringContaining('The type was read as integer.'),
      edits: [
        {
          key: 'Order Completed',
          after: {
            properties: {
              properties: {
                properties: { total: { type: 'number' }, count: { type: 'integer' } },
                required: ['total'],
              },
            },
          },
        },
      ],
    })
  })

  test('takes every rule with a certain repair where none is named, and leaves guesses alone', async () => {
    const { number } = await repairRules(author, { plan })
    const request = await readChangeRequest(author, { plan, number })
    expect(request.title).toBe('Repair the schemas of 2 rules')
    expect(request.edits.map(({ key }) => key)).toEqual(['Cart Viewed', 'Order Completed'])
    expect(JSON.stringify(request.edits[1]?.after)).toContain('"Int"')
  })

  test('opens nothing where nothing is certain, and is not for viewers', async () => {
    const refused = await repairRules(author, { plan, rules: [id('Guess Me')] }).catch((error) => error)
    expect(refused).toBeInstanceOf(Failed)
    expect(refused.failure).toMatchObject({ code: 'invalid-input', fields: [{ path: 'rules' }] })
    const viewer = await world.as('viewer')
    const barred = await repairRules(viewer, { plan }).catch((error) => error)
    expect(barred.failure).toMatchObject({ code: 'not-allowed' })
  })
})
