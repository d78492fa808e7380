import { createHmac, randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import { Client } from 'pg'
import { anEndpoint } from '@/testing/an-endpoint'
import { anIntake } from '@/testing/an-intake'
import { freePorts } from '@/testing/free-ports'
import { composedOn, ownPostgres } from '@/testing/own-postgres'
import type { SustainedResult } from '../benches/sustained'
import { forwardedBody } from '../deliveries/signed-requests'

// Another process of the bench: two intakes take the same traffic, one of them and the database are killed again and again.
const [seconds] = process.argv.slice(2).map(Number) as [number]
const secretKey = randomBytes(32).toString('base64')
const senders = 16
const killEveryMs = Math.min(15_000, (seconds * 1_000) / 4)
const postgres = await ownPostgres()
const composition = composedOn(postgres.url, secretKey)
const endpoint = await anEndpoint(composition.contextFor({ kind: 'system', personId: null, name: 'Bench' }))
await composition.close()
const ports = await freePorts(2)

const intake = (port: number) => anIntake({ port, databaseUrl: postgres.url, secretKey })

const [steadyPort = 0, killedPort = 0] = ports
const steady = await intake(steadyPort)
let killed = await intake(killedPort)
for (const port of ports) {
  const health = () => fetch(`http://127.0.0.1:${port}/api/health`).then(({ ok }) => ok)
  while (!(await health().catch(() => false))) await wait(100)
}
const end = Date.now() + seconds * 1_000
let next = 0
let sent = 0

/** As Segment does: what is not answered with 200 is sent again, to whichever intake answers. */
const deliver = async (messageId: string, first: number) => {
  const body = forwardedBody(endpoint.trackingPlan, messageId)
  const headers = { 'X-Signature': createHmac('sha1', endpoint.secret).update(body).digest('hex') }
  for (let attempt = first; ; attempt += 1) {
    const url = `http://127.0.0.1:${ports[attempt % 2]}/api/webhooks/segment/${endpoint.id}`
    sent += 1
    const isTaken = await fetch(url, { method: 'POST', body, headers }).then(
      async (answer) => (await answer.arrayBuffer()) && answer.ok,
      () => false,
    )
    if (isTaken) return
    await wait(50)
  }
}

const send = async (sender: number) => {
  while (Date.now() < end) {
    const place = next
    next += 1
    await deliver(`m-${place}`, sender)
    // A tenth comes twice, by the other intake and later.
    if (place % 10 === 0) await deliver(`m-${Math.floor(place / 2)}`, sender + 1)
  }
}

const memory: number[] = []
const residentMb = () =>
  Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${steady.pid}/status`, 'utf8'))?.[1]) / 1_024
let kills = 0
const disturb = async () => {
  while (Date.now() + killEveryMs < end) {
    await wait(killEveryMs)
    kills += 1
    if (kills % 4 === 0) await postgres.crash()
    else {
      killed.kill('SIGKILL')
      await once(killed, 'exit')
      killed = await intake(killedPort)
    }
  }
}
const watch = async () => {
  while (Date.now() < end) {
    await wait((seconds * 1_000) / 20)
    memory.push(residentMb())
  }
}

try {
  await Promise.all([disturb(), watch(), ...Array.from({ length: senders }, (_, sender) => send(sender))])
  const client = new Client({ connectionString: postgres.url })
  await client.connect()
  const { rows } = await client.query(
    `select (select count(*) from occurrence)::int as kept, (select sum(count) from violation_hour)::int as hours,
       (select sum(count) from violation)::int as totals`,
  )
  await client.end()
  process.send?.({ distinct: next, sent, kills, memory, ...rows[0] } satisfies SustainedResult)
} finally {
  for (const child of [steady, killed]) {
    if (child.exitCode !== null || child.signalCode !== null) continue
    child.disconnect()
    await once(child, 'exit')
  }
  await postgres.stop()
  process.disconnect?.()
}
