import { fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { Client } from 'pg'
import { aPlan } from '@/testing/a-plan'
import { execArgvOfIntake } from '@/testing/an-intake'
import { composedOn, ownPostgres } from '@/testing/own-postgres'
import type { ArrivalRound } from '../benches/arrivals'
import type { WriterTask } from './writer'

// Another process of the bench, on all cores: a Postgres of its own, and by turns anchor and product.
const [rows, rounds, batch] = process.argv.slice(2).map(Number) as [number, number, number]
const end = Date.now()
const postgres = await ownPostgres()

const run = async (way: WriterTask['way'], writers: number, planId: string): Promise<number> => {
  const children = Array.from({ length: writers }, (_, writer) => {
    const child = fork(join(import.meta.dirname, 'writer.ts'), { execArgv: execArgvOfIntake })
    const task: WriterTask = { databaseUrl: postgres.url, planId, rows, end, batch, writer, writers, way }
    child.send(task)
    return child
  })
  const told = () => Promise.all(children.map((child) => once(child, 'message')))
  await told()
  const done = told()
  const started = performance.now()
  for (const child of children) child.send('go')
  await done
  const ms = performance.now() - started
  await Promise.all(children.map((child) => child.exitCode ?? once(child, 'exit')))
  return ms
}

const sql = async (text: string): Promise<Record<string, unknown>> => {
  const client = new Client({ connectionString: postgres.url })
  await client.connect()
  try {
    return (await client.query(text)).rows?.[0] ?? {}
  } finally {
    await client.end()
  }
}

const anchor = async (writers: number) => {
  await sql('drop table if exists anchor')
  await sql('create table anchor (like occurrence including all)')
  await sql('checkpoint')
  return run('copy', writers, 'anchor')
}

const product = async (writers: number) => {
  const composition = composedOn(postgres.url)
  const { planId } = await aPlan(composition.contextFor({ kind: 'system', personId: null, name: 'Bench' }))
  await composition.close()
  await sql('truncate occurrence, violation_hour, violation cascade')
  await sql('checkpoint')
  const ms = await run('fold', writers, planId)
  const expected = rows - Math.floor(rows / 10)
  const counted = await sql(
    `select (select count(*) from occurrence)::int as kept, (select count(distinct key) from occurrence)::int as keys,
       (select sum(count) from violation_hour)::int as hours, (select sum(count) from violation)::int as totals,
       (select count(*) from (
         select violation_id, date_trunc('hour', occurred_at, 'UTC') as hour, source_id, app_version, library,
           count(*) as count from occurrence group by 1, 2, 3, 4, 5
         except select violation_id, hour, source_id, app_version, library, count from violation_hour) as different)::int
         as different`,
  )
  const { kept, keys, hours, totals, different } = counted
  if (![kept, keys, hours, totals].every((count) => count === expected) || different !== 0)
    throw new Error(`Counts are not exact: ${JSON.stringify({ expected, ...counted })}`)
  return ms
}

try {
  const result: ArrivalRound[] = []
  for (let round = 0; round < rounds; round += 1) {
    for (const writers of [1, 2]) {
      const order = round % 2 === 0 ? ([anchor, product] as const) : ([product, anchor] as const)
      const first = await order[0](writers)
      const second = await order[1](writers)
      const [copyMs, foldMs] = round % 2 === 0 ? [first, second] : [second, first]
      result.push({ writers, copyMs, foldMs })
    }
  }
  process.send?.(result)
} finally {
  await postgres.stop()
  process.disconnect?.()
}
