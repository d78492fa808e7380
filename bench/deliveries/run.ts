import { fork } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { setTimeout as wait } from 'node:timers/promises'
import { Client } from 'pg'
import { anEndpoint } from '@/testing/an-endpoint'
import { anIntake } from '@/testing/an-intake'
import { freePorts } from '@/testing/free-ports'
import { composedOn, ownPostgres } from '@/testing/own-postgres'
import type { DeliveryRounds } from '../benches/deliveries'
import { load } from './load'
import { signedRequests } from './signed-requests'

// Another process of the bench, on all cores: it sends the load to an intake of its own, and by turns to plain HTTP.
const [requests, rounds] = process.argv.slice(2).map(Number) as [number, number]
const connections = 256
const eventsOfBatch = 100
const secretKey = randomBytes(32).toString('base64')
const postgres = await ownPostgres()

const composition = composedOn(postgres.url, secretKey)
const endpoint = await anEndpoint(composition.contextFor({ kind: 'system', personId: null, name: 'Bench' }))
await composition.close()

const [intakePort = 0, plainPort = 0] = await freePorts(2)

const programs = [
  await anIntake({ port: intakePort, databaseUrl: postgres.url, secretKey }),
  fork('bench/deliveries/plain-server.ts', {
    execArgv: ['--import', 'tsx'],
    env: { ...process.env, INTAKE_PORT: String(plainPort) },
  }),
]

const listening = async () => {
  for (;;) {
    const isUp = await fetch(`http://127.0.0.1:${intakePort}/api/health`).then(
      ({ ok }) => ok,
      () => false,
    )
    if (isUp) return
    await wait(100)
  }
}

const counted = async () => {
  const client = new Client({ connectionString: postgres.url })
  await client.connect()
  const { rows } = await client.query(
    'select (select count(*) from occurrence)::int as kept, (select sum(count) from violation_hour)::int as hours',
  )
  await client.end()
  return rows[0]
}

try {
  await listening()
  const result: DeliveryRounds = { plain: [], single: [], batches: [], paced: [] }
  let events = 0
  const send = async (count: number, each: number, run: string, rate: number | null = null) => {
    events += count * each
    const prepared = signedRequests(endpoint, count, each, run)
    return load({ port: intakePort, requests: prepared, connections: each === 1 ? connections : 16 }, rate)
  }
  await send(2_000, 1, 'warm')
  for (let round = 0; round < rounds; round += 1) {
    const plain = signedRequests(endpoint, requests, 1, `plain-${round}`)
    const { ms } = await load({ port: plainPort, requests: plain, connections })
    result.plain.push((requests / ms) * 1_000)
    const single = await send(requests, 1, `single-${round}`)
    result.single.push((requests / single.ms) * 1_000)
    const batches = Math.ceil(requests / eventsOfBatch)
    const batched = await send(batches, eventsOfBatch, `batch-${round}`)
    result.batches.push(((batches * eventsOfBatch) / batched.ms) * 1_000)
    const paced = await send(requests, 1, `paced-${round}`, (requests / single.ms / 2) * 1_000)
    const sorted = [...paced.latencies].sort((a, b) => a - b)
    result.paced.push(sorted[Math.floor(sorted.length * 0.99)] ?? 0)
  }
  const { kept, hours } = await counted()
  if (kept !== events || hours !== events)
    throw new Error(`Counts are not exact: ${JSON.stringify({ events, kept, hours })}`)
  process.send?.(result)
} finally {
  for (const child of programs) {
    child.disconnect()
    if (child.exitCode === null) await once(child, 'exit')
  }
  await postgres.stop()
  process.disconnect?.()
}
