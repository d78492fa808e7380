import { randomUUID } from 'node:crypto'
import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import { expect, inject, onTestFinished, test } from 'vitest'
import { occurrenceKey } from '@/domain/violations/occurrence-key'
import { migrate, migrationNames } from '@/launch/migrate'
import type { Occurrence } from '@/server/ports/violation-store'
import { anOccurrence } from '@/testing/an-occurrence'
import { composedOn } from '@/testing/own-postgres'
import { storedKey } from './stored-key'

const arrivals = '20261126050000_arrivals'
const now = '2026-01-05T12:00:00.000Z'
const minuteMs = 60_000

/** A database of its own with the schema as it was before, whose clock is half an hour off full hours. */
const databaseBefore = async () => {
  const name = `before_${randomUUID().replaceAll('-', '')}`
  const server = new Client({ connectionString: inject('postgresUrl') })
  await server.connect()
  await server.query(`create database ${name}`)
  await server.query(`alter database ${name} set timezone to 'Asia/Kolkata'`)
  const folder = await mkdtemp(join(tmpdir(), 'plumbline-before-'))
  onTestFinished(async () => {
    await server.query(`drop database ${name} with (force)`)
    await server.end()
    await rm(folder, { recursive: true })
  })
  for (const migration of (await migrationNames()).filter((one) => one < arrivals))
    await cp(join('prisma', 'migrations', migration), join(folder, migration), { recursive: true })
  const url = Object.assign(new URL(inject('postgresUrl')), { pathname: name }).href
  await migrate(url, folder)
  return url
}

/** What was received before: of three violations, over five days, each some minutes after it happened. */
const receivedBefore = (planId: string): readonly { of: Occurrence; receivedAt: string }[] =>
  Array.from({ length: 300 }, (_, i) => {
    const at = new Date(Date.parse(now) - i * 23 * minuteMs).toISOString()
    const pointer = `/properties/p${i % 3}`
    const messageId = `m${i}`
    return {
      receivedAt: new Date(Date.parse(at) + (i % 50) * minuteMs).toISOString(),
      of: anOccurrence(planId, {
        key: occurrenceKey({ messageId, type: 'required' }, pointer),
        messageId,
        pointer,
        at,
        sourceId: i % 2 === 0 ? 'web' : 'ios',
        appVersion: i % 5 === 0 ? '' : `1.${i % 2}`,
        library: i % 7 === 0 ? '' : 'analytics.js 4',
        message: i % 4 === 0 ? 'Other words of the same' : `${pointer} is required`,
      }),
    }
  })

const fill = async (client: Client, planId: string, received: ReturnType<typeof receivedBefore>) => {
  await client.query(
    `insert into workspace (id, segment_id, name, slug, region, api_url, token_sealed)
     values ('w1', 'ws1', 'Acme', 'acme', 'us', 'http://127.0.0.1:1', 'sealed')`,
  )
  await client.query(
    `insert into plan (id, workspace_id, segment_id, name) values ($1, 'w1', 'tp_1', 'Shop')`,
    [planId],
  )
  for (const fingerprint of new Set(received.map(({ of }) => of.fingerprint))) {
    const list = received.filter(({ of }) => of.fingerprint === fingerprint)
    const { pointer } = list[0]?.of ?? {}
    await client.query(
      `insert into violation (id, plan_id, fingerprint, rule_type, rule_key, rule_version, pointer, type, raw_type, message,
         count, first_seen, last_seen)
       values ($1, $2, $3, 'TRACK', 'Order Completed', 1, $4, 'required', 'Required', $5, $6, $7, $8)`,
      [
        `violation of ${pointer}`,
        planId,
        fingerprint,
        pointer,
        `${pointer} is required`,
        list.length,
        list.at(-1)?.of.at,
        list[0]?.of.at,
      ],
    )
  }
  for (const { of, receivedAt } of received)
    await client.query(
      `insert into occurrence (plan_id, key, violation_id, message_id, occurred_at, received_at, source_id, source_name,
         app_version, library, message)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
      [
        ...[planId, of.key, `violation of ${of.pointer}`, of.messageId, of.at, receivedAt, of.sourceId],
        ...[of.sourceName, of.appVersion, of.library, of.message],
      ],
    )
  // Without the library, as it was counted; the migration counts anew.
  await client.query(
    `insert into violation_hour (violation_id, hour, source_id, app_version, count)
     select violation_id, date_trunc('hour', occurred_at, 'UTC'), source_id, app_version, count(*) from occurrence
     group by 1, 2, 3, 4`,
  )
}

const counted = (keys: readonly string[]): Readonly<Record<string, number>> => {
  const counts: Record<string, number> = {}
  for (const key of keys) counts[key] = (counts[key] ?? 0) + 1
  return counts
}

test('occurrences of before the days go to the day of their receipt, with their counts, hours and keys', async () => {
  const url = await databaseBefore()
  const planId = 'p1'
  const received = receivedBefore(planId)
  const client = new Client({ connectionString: url })
  await client.connect()
  onTestFinished(() => client.end())
  await fill(client, planId, received)

  expect((await migrate(url))[0]).toBe(arrivals)

  const rows = async (sql: string) => (await client.query({ text: sql, rowMode: 'array' })).rows
  const kept = await rows(
    `select replace(key::text, '-', ''), day::text, violation_id, coalesce(message, 'as the violation') from occurrence`,
  )
  expect(kept.sort()).toEqual(
    received
      .map(({ of, receivedAt }) => [
        storedKey(of),
        receivedAt.slice(0, 10),
        `violation of ${of.pointer}`,
        of.message.startsWith('Other') ? of.message : 'as the violation',
      ])
      .sort(),
  )
  const days = new Set(
    received.map(({ receivedAt }) => `occurrence_${receivedAt.slice(0, 10).replaceAll('-', '')}`),
  )
  expect(
    await rows(`select distinct tableoid::regclass::text as partition from occurrence order by 1`),
  ).toEqual([...days].sort().map((partition) => [partition]))
  const hours = await rows(
    `select violation_id, to_char(hour at time zone 'UTC', 'YYYY-MM-DD"T"HH24'), source_id, app_version, library, count::int
     from violation_hour`,
  )
  expect(Object.fromEntries(hours.map((row) => [JSON.stringify(row.slice(0, -1)), row.at(-1)]))).toEqual(
    counted(
      received.map(({ of }) =>
        JSON.stringify([
          ...[`violation of ${of.pointer}`, of.at.slice(0, 13), of.sourceId, of.appVersion, of.library],
        ]),
      ),
    ),
  )
  const samples = await rows(`select violation_id, message_id from violation_sample`)
  const newest = [0, 1, 2].flatMap((p) =>
    received
      .filter(({ of }) => of.pointer === `/properties/p${p}`)
      .slice(0, 10)
      .map(({ of }) => [`violation of ${of.pointer}`, of.messageId]),
  )
  expect(samples.sort()).toEqual(newest.sort())
})

test('what was counted before is known after, and what is new counts where it belongs', async () => {
  const url = await databaseBefore()
  const planId = 'p1'
  const received = receivedBefore(planId)
  const client = new Client({ connectionString: url })
  await client.connect()
  onTestFinished(() => client.end())
  await fill(client, planId, received)
  await migrate(url)

  const { contextFor, close } = composedOn(url)
  onTestFinished(close)
  const { newId, transaction } = contextFor({ kind: 'system', personId: null, name: 'Test' })
  const fold = (occurrences: readonly Occurrence[]) =>
    transaction(({ violations }) => violations.fold(occurrences, { now, newId }))
  const again = await fold(received.map(({ of }) => of))
  expect(new Set(again)).toEqual(new Set(['duplicate']))
  const first = received[0]?.of
  expect(await fold(first ? [{ ...first, key: 'new', messageId: 'new' }] : [])).toEqual(['counted'])
  const { rows } = await client.query({
    text: `select v.pointer, v.count::int, sum(h.count)::int from violation as v join violation_hour as h on h.violation_id = v.id
           group by v.id order by 1`,
    rowMode: 'array',
  })
  expect(rows).toEqual([
    ['/properties/p0', 101, 101],
    ['/properties/p1', 100, 100],
    ['/properties/p2', 100, 100],
  ])
})
