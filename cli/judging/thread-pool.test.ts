import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import type { Ended } from './outcome'
import { type Limits, threadPool } from './thread-pool'

/** A thread that does what each item says, and what it was started with. */
const program = `
const { parentPort, workerData } = require('node:worker_threads')
const { setup, at } = workerData
if (setup === 'broken') throw new Error('broken')
const spin = (ms) => { const end = Date.now() + ms; while (Date.now() < end); }
const work = (item) => {
  if (item === 'forever') for (;;);
  if (item === 'pattern') /^(a+)+$/.test('a'.repeat(60) + '!')
  if (item === 'memory') { const kept = []; for (;;) kept.push(new Array(1000).fill(kept.length)) }
  if (item === 'die') process.exit(3)
  if (item === 'slow') spin(60)
  return item + ' ' + setup
}
parentPort.on('message', ({ places, items }) => {
  const answers = []
  for (const [i, item] of items.entries()) {
    Atomics.store(at, 0, places[i])
    Atomics.add(at, 1, 1)
    answers.push(work(item))
  }
  Atomics.store(at, 0, -1)
  Atomics.add(at, 1, 1)
  parentPort.postMessage({ is: 'answers', first: 0, answers, failures: [] })
  parentPort.postMessage({ is: 'done' })
})
parentPort.postMessage({ is: 'ready' })
`

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'plumbline-threads-'))
  await writeFile(join(folder, 'thread.cjs'), program)
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const pool = (limits: Partial<Limits> = {}, setup = () => 'x') => {
  const ended: [unknown, Ended][] = []
  const made = threadPool({
    kind: 'validate-line',
    setup,
    limits: { threads: 1, memoryMb: 32, itemMs: 500, ...limits },
    program: join(folder, 'thread.cjs'),
    onEnded: (item, how) => ended.push([item, how]),
  })
  onTestFinished(made.close)
  return { judge: made.judge, ended }
}
const answer = (item: string, setup = 'x') => ({ ok: true, answer: `${item} ${setup}` })

test('answers every batch in its order, with several threads', async () => {
  const { judge } = pool({ threads: 2 })
  const batches = Array.from({ length: 6 }, (_, i) => [`${i}a`, i % 2 ? 'slow' : 'quick', `${i}b`])
  expect(await Promise.all(batches.map(judge))).toEqual(
    batches.map((batch) => batch.map((item) => answer(item))),
  )
})

test.each([
  ['forever', 'time', {}],
  ['pattern', 'time', {}],
  ['memory', 'memory', { itemMs: 60_000 }],
  ['die', 'failed', { itemMs: 60_000 }],
] as const)('%s ends alone: what stands around it and behind it is answered', async (item, how, limits) => {
  const { judge, ended } = pool(limits)
  const [first, second] = await Promise.all([judge(['a', item, 'b', item]), judge(['c'])])
  const stopped = { ok: false, ended: how, message: expect.any(String) }
  expect(first).toEqual([answer('a'), stopped, answer('b'), stopped])
  expect(second).toEqual([answer('c')])
  expect(ended).toEqual([
    [item, how],
    [item, how],
  ])
})

test('many items together may take longer than one of them', async () => {
  const items = Array.from({ length: 12 }, () => 'slow')
  expect(await pool({ itemMs: 500 }).judge(items)).toEqual(items.map((item) => answer(item)))
})

test('a new thread is told what has been learnt since', async () => {
  let setup = 'before'
  const { judge, ended } = pool({}, () => (ended.length > 0 ? 'after' : setup))
  setup = 'first'
  expect(await judge(['die', 'b'])).toEqual([
    { ok: false, ended: 'failed', message: expect.any(String) },
    answer('b', 'after'),
  ])
})

test('threads that do not even start leave nobody waiting', async () => {
  const { judge } = pool({}, () => 'broken')
  const failed = { ok: false, ended: 'failed', message: 'broken' }
  expect(await judge(['a', 'b'])).toEqual([failed, failed])
})
