import { Client } from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { CreateAlertRule } from '@/contracts/alert'
import type { Context } from '@/server/ports/context'
import { aPlan } from '@/testing/a-plan'
import { anOccurrence } from '@/testing/an-occurrence'
import { composedOn, type OwnPostgres, ownPostgres } from '@/testing/own-postgres'
import { alertOfMoments } from './alert-of-moments'
import { createAlertRule } from './create-alert-rule'
import { deliverAlert } from './deliver-alert'

let postgres: OwnPostgres
beforeAll(async () => {
  postgres = await ownPostgres()
})
afterAll(() => postgres.stop())

const violations = 40
/** After so many posts the database goes, between a post and the note of it. */
const crashesAfter = [6, 25]

test('alerts survive crashes of the database: none is lost, and only the one in hand is sent again', async () => {
  const composition = composedOn(postgres.url)
  const posted: string[] = []
  const about = new Set<string | undefined>()
  // One after the other, each when the server is back from the one before; what is done next finds it gone.
  let isBack = Promise.resolve()
  const crash = async () => {
    const gone = isBack.then(postgres.kill)
    isBack = gone.then(({ back }) => back)
    await gone
  }
  const system = composition.contextFor({ kind: 'system', personId: null, name: 'Plumbline' })
  const worker: Context = {
    ...system,
    notifier: {
      ...system.notifier,
      alert: async (_, message) => {
        posted.push(message.id)
        about.add(message.violation?.id)
        if (crashesAfter.includes(posted.length)) await crash()
        return { sent: true, said: 'answered 200' }
      },
    },
  }
  const { workspaceId, planId } = await aPlan(system)
  const personId = system.newId()
  await system.transaction(({ people }) =>
    people.add({ id: personId, name: 'Sue', email: 'sue@example.com', role: 'steward', demo: false }),
  )
  const steward = composition.contextFor({ kind: 'person', personId, name: 'Sue', role: 'steward' })
  const target = { kind: 'webhook' as const, url: 'https://alerts.example.com/hook' }
  const input = { workspace: workspaceId, name: 'All', kinds: ['new'], target }
  const { rule } = await createAlertRule(steward, CreateAlertRule.parse(input))

  const arrive = async () => {
    for (let i = 0; i < violations; i += 1) {
      const at = system.now()
      const occurrence = anOccurrence(planId, { key: `k${i}`, pointer: `/properties/p${i}`, at })
      const fold = () =>
        system.transaction((stores) => stores.violations.fold([occurrence], { now: at, newId: system.newId }))
      await untilDone(fold)
      // And once while moments are being taken and jobs added.
      if (i === violations / 2) await crash()
    }
  }
  const queued = async () => {
    const found = await system.transaction(({ alerts }) => alerts.deliveries(rule.id, 200))
    return found.filter(({ status }) => status === 'queued')
  }
  let hasArrived = false
  const work = async () => {
    for (let isOver = false; !isOver; ) {
      const isLast = hasArrived
      await untilDone(() => alertOfMoments(worker))
      const waiting = await untilDone(queued)
      // One at a time, as the queue gives a job to one worker.
      for (const { id } of waiting)
        await untilDone(() => deliverAlert(worker, { payload: { deliveryId: id } }))
      isOver = isLast && waiting.length === 0
    }
  }
  await Promise.all([arrive().then(() => (hasArrived = true)), work()])

  expect(about.size).toBe(violations)
  expect(new Set(posted).size).toBe(violations)
  // What was posted when the database went is posted once more, under the same id; the crash between arrivals may
  // have come between a post and its note, too.
  expect(posted.length - violations).toBeGreaterThanOrEqual(crashesAfter.length)
  expect(posted.length - violations).toBeLessThanOrEqual(crashesAfter.length + 1)
  const client = new Client({ connectionString: postgres.url })
  await client.connect()
  const { rows } = await client.query(
    `select d.status, count(*)::int as deliveries, count(distinct d.cause)::int as causes, count(j.id)::int as jobs
     from alert_delivery as d left join job as j on j.kind = 'deliver-alert' and j.payload ->> 'deliveryId' = d.id
     where d.rule_id = $1 group by 1`,
    [rule.id],
  )
  await client.end()
  expect(rows).toEqual([
    { status: 'delivered', deliveries: violations, causes: violations, jobs: violations },
  ])
  await composition.close()
}, 60_000)

/** Tries again until the database is there, as the queue does; what was not committed is not there twice. */
const untilDone = async <T>(work: () => Promise<T>): Promise<T> => {
  for (;;) {
    try {
      return await work()
    } catch {
      await new Promise((again) => setTimeout(again, 50))
    }
  }
}
