import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aPlan } from '@/testing/a-plan'
import { type TestContext, testContext } from '@/testing/context'
import { failureOf } from '@/testing/sandbox-world'
import { importViolations } from './import-violations'

let world: TestContext

beforeAll(async () => {
  world = await testContext()
})
afterAll(() => world.drop())

const row = (id: string, fields: object = {}) => ({
  event_message_id: id,
  event_name: 'Seat Reserved',
  event_type: 'track',
  event_timestamp: '2026-01-05T08:00:00Z',
  source_id: 'src1',
  violation_type: 'Required',
  violation_field: 'properties',
  violation_description: 'seat_no is required',
  ...fields,
})
const ndjson = (...records: readonly object[]) => records.map((record) => JSON.stringify(record)).join('\n')

const asked = (plan: string, file: string, more: object = {}) => ({
  plan,
  file,
  format: 'ndjson' as const,
  line: 1,
  ...more,
})

describe('a file of violations', () => {
  it('is counted once, however often it comes, and its bad lines are told', async () => {
    const { planId } = await aPlan(world.ctx)
    const file = `${ndjson(row('m-1'), row('m-2'), { type: 'track', event: 'x' })}\n{"half`
    expect(await importViolations(world.ctx, asked(planId, file))).toEqual({
      records: 4,
      taken: 2,
      duplicates: 0,
      late: 0,
      refused: 2,
      refusals: [
        { line: 3, reason: expect.stringContaining('tells of no violation') },
        { line: 4, reason: 'The line is no JSON.' },
      ],
    })
    expect(await importViolations(world.ctx, asked(planId, ndjson(row('m-2'), row('m-3'))))).toMatchObject({
      taken: 1,
      duplicates: 1,
    })
    const kept = await world.ctx.transaction(({ violations }) =>
      violations.page({ planId, limit: 10 }, world.ctx.now()),
    )
    expect(kept.violations).toMatchObject([{ count: 3, rule: { key: 'Seat Reserved' } }])
  })

  it('may be CSV, in parts that say where they begin', async () => {
    const { planId } = await aPlan(world.ctx)
    const header = Object.keys(row('')).join(',')
    const line = (id: string, text = 'seat_no is required') =>
      Object.values(row(id, { violation_description: `"${text}"` })).join(',')
    const first = `${header}\n${line('m-1', 'seat_no\nis required')}\n${line('m-2').replace('track', 'odd')}\n`
    expect(await importViolations(world.ctx, asked(planId, first, { format: 'csv' }))).toMatchObject({
      taken: 1,
      refusals: [{ line: 4, reason: expect.stringContaining('eventType') }],
    })
    const second = `${header}\n${line('m-3')}\n${line('m-4').replace('track', 'odd')}\n`
    expect(
      await importViolations(world.ctx, asked(planId, second, { format: 'csv', line: 5 })),
    ).toMatchObject({ taken: 1, refusals: [{ line: 6 }] })
    const broken = asked(planId, 'a,b\n"x', { format: 'csv' })
    expect(await failureOf(importViolations(world.ctx, broken))).toMatchObject({ code: 'malformed' })
  })

  it('from too long ago is told apart, and counts nothing', async () => {
    const { planId } = await aPlan(world.ctx)
    const old = row('m-1', { event_timestamp: '2025-01-01T00:00:00Z' })
    expect(await importViolations(world.ctx, asked(planId, ndjson(old)))).toMatchObject({ taken: 0, late: 1 })
  })

  it('names a source of the workspace or none, and is for those who may', async () => {
    const { planId } = await aPlan(world.ctx)
    const file = ndjson(row('m-1'))
    expect(
      await failureOf(importViolations(world.ctx, asked(planId, file, { source: 'nobody' }))),
    ).toMatchObject({ code: 'invalid-input', fields: [{ path: 'source' }] })
    const viewer = await world.as('viewer')
    expect(await failureOf(importViolations(viewer, asked(planId, file)))).toMatchObject({
      code: 'not-allowed',
    })
  })
})
