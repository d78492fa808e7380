import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { Client } from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aPlan } from '@/testing/a-plan'
import type { ArrivalTask } from '@/testing/arrival-writer'
import { manyOccurrences } from '@/testing/many-occurrences'
import { composedOn, type OwnPostgres, ownPostgres } from '@/testing/own-postgres'

let postgres: OwnPostgres
beforeAll(async () => {
  postgres = await ownPostgres()
})
afterAll(() => postgres.stop())

const rows = 4_000
const batch = 200
const end = Date.UTC(2026, 0, 5, 12)

const newPlan = async () => {
  const composition = composedOn(postgres.url)
  const plan = await aPlan(composition.contextFor({ kind: 'system', personId: null, name: 'Test' }))
  await composition.close()
  return plan.planId
}

const writer = (planId: string, from: number): ChildProcess => {
  const child = fork(join(process.cwd(), 'testing', 'arrival-writer.ts'), {
    execArgv: ['--import', 'tsx'],
    env: { ...process.env, LOG_LEVEL: 'silent' },
  })
  const task: ArrivalTask = { databaseUrl: postgres.url, planId, rows, end, batch, from }
  child.send(task)
  return child
}

const acknowledged = async (child: ChildProcess, batches: number) => {
  for await (const [done] of on(child)) if (done >= batches) return
}

async function* on(child: ChildProcess): AsyncGenerator<[number]> {
  for (;;) yield (await once(child, 'message')) as [number]
}

const ended = async (child: ChildProcess) => {
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
}

/** Every way of counting against the distinct occurrences that were sent. */
const expectExact = async (planId: string) => {
  const sent = new Map(manyOccurrences(planId, rows, end).map((one) => [one.key, one]))
  const hours = new Map<string, number>()
  const totals = new Map<string, number>()
  for (const { fingerprint, hour, sourceId, appVersion, library } of sent.values()) {
    const address = [fingerprint, new Date(hour).toISOString(), sourceId, appVersion, library].join(' | ')
    hours.set(address, (hours.get(address) ?? 0) + 1)
    totals.set(fingerprint, (totals.get(fingerprint) ?? 0) + 1)
  }
  const client = new Client({ connectionString: postgres.url })
  await client.connect()
  const read = async (sql: string) =>
    (await client.query({ text: sql, values: [planId], rowMode: 'array' })).rows
  const kept = await read(
    `select count(*)::int, count(distinct o.key)::int from occurrence as o join violation as v on v.id = o.violation_id
     where v.plan_id = $1`,
  )
  expect(kept).toEqual([[sent.size, sent.size]])
  const counted = await read(
    `select fingerprint, hour, source_id, app_version, library, h.count::int from violation_hour as h
     join violation as v on v.id = h.violation_id where v.plan_id = $1`,
  )
  expect(
    new Map(
      counted.map(([print, hour, ...rest]) => [
        [print, hour.toISOString(), ...rest.slice(0, -1)].join(' | '),
        rest.at(-1),
      ]),
    ),
  ).toEqual(hours)
  const all = await read('select fingerprint, count::int from violation where plan_id = $1')
  expect(new Map(all.map(([print, count]) => [print, count]))).toEqual(totals)
  await client.end()
}

test('two writers of the same arrivals, one of them killed in the middle, count each once', async () => {
  const planId = await newPlan()
  const [killed, other] = [writer(planId, 0), writer(planId, 3)]
  await acknowledged(killed, 4)
  killed.kill('SIGKILL')
  await ended(killed)
  // Whoever was killed does not know what was committed, and sends all of it again.
  const again = writer(planId, 0)
  await Promise.all([ended(other), ended(again)])
  await expectExact(planId)
})

test('a database that crashes under load loses nothing that was acknowledged and counts nothing twice', async () => {
  const planId = await newPlan()
  const writers = [writer(planId, 0), writer(planId, 10)]
  await acknowledged(writers[0] as ChildProcess, 3)
  await postgres.crash()
  await acknowledged(writers[1] as ChildProcess, 6)
  await postgres.crash()
  await Promise.all(writers.map(ended))
  await expectExact(planId)
})
