import { type ChildProcessByStdio, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Readable, Writable } from 'node:stream'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ensureBuilt } from './ensure-built.mjs'

let program: string
let folder: string
beforeAll(async () => {
  program = await ensureBuilt()
  folder = mkdtempSync(join(tmpdir(), 'plumbline-'))
  writeFileSync(join(folder, 'plan.json'), JSON.stringify({ rules: [rule] }))
})
afterAll(() => rmSync(folder, { recursive: true }))

const total = { type: 'number', description: 'd'.repeat(2400) }
const rule = {
  type: 'TRACK',
  key: 'Order Completed',
  version: 1,
  jsonSchema: { type: 'object', properties: { properties: { type: 'object', properties: { total } } } },
}
const call = (i: number) =>
  `${JSON.stringify({ type: 'track', event: 'Order Completed', messageId: `m${i}`, properties: { total: i % 10 === 0 ? 'x' : i } })}\n`
const pair = (i: number) =>
  `${JSON.stringify({ id: i, old: { properties: { a: total } }, new: { properties: { a: { ...total, type: i % 2 ? 'number' : 'string' } } } })}\n`

/** A heap far below what the input takes. */
const heapMb = 48
/** Of the process itself, with its two threads: what it takes beside the heaps. */
const mostMb = 330

type Child = ChildProcessByStdio<Writable, Readable, Readable>

const start = (...args: string[]): Child =>
  spawn(process.execPath, [`--max-old-space-size=${heapMb}`, program, ...args], { cwd: folder })

/** The largest that the process was so far, in MB (Linux tells; elsewhere nothing is known). */
const largestMb = ({ pid }: Child): number => {
  try {
    return Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024
  } catch {
    return 0
  }
}

const feed = async (child: Child, count: number, line: (i: number) => string): Promise<number> => {
  let bytes = 0
  for (let i = 0; i < count; i += 1000) {
    const text = Array.from({ length: 1000 }, (_, k) => line(i + k)).join('')
    bytes += text.length
    if (!child.stdin.write(text)) await once(child.stdin, 'drain')
  }
  return bytes
}

const counting = async (stream: Readable): Promise<number> => {
  let lines = 0
  for await (const chunk of stream) for (const byte of chunk as Buffer) if (byte === 10) lines += 1
  return lines
}

test.each([
  ['validate', ['validate', '--plan', 'plan.json', '--format', 'json'], 600_000, call, 60_000],
  ['compare', ['compare', '--ndjson'], 20_000, pair, 20_000],
] as const)(
  '%s reads any length in constant memory',
  { timeout: 120_000 },
  async (_name, args, count, line, expected) => {
    const child = start(...args)
    child.stderr.resume()
    const answered = counting(child.stdout)
    const early = feed(child, count / 10, line).then(() => largestMb(child))
    const [first] = [await early]
    const bytes = await feed(child, (count * 9) / 10, line)
    const last = largestMb(child)
    child.stdin.end()
    const [code] = await once(child, 'close')
    expect([code, await answered]).toEqual([1, expected])
    expect(bytes / 2 ** 20).toBeGreaterThan(heapMb)
    expect(last).toBeLessThan(mostMb)
    // Ten times as much takes hardly more than the tenth did.
    expect(last).toBeLessThan(first * 1.6 + 40)
  },
)

test('a reader that waits makes it wait', { timeout: 60_000 }, async () => {
  const child = start('validate', '--plan', 'plan.json', '--format', 'json')
  child.stderr.resume()
  let sent = 0
  const sending = (async () => {
    for (let i = 0; i < 400; i += 1) {
      const text = Array.from({ length: 500 }, () => call(0)).join('')
      if (!child.stdin.write(text)) await once(child.stdin, 'drain')
      sent += text.length
    }
    child.stdin.end()
  })()
  // Nobody reads: it takes in no more once the pipes are full.
  let before = -1
  await expect
    .poll(
      () => {
        const isStill = sent === before && sent > 0
        before = sent
        return isStill
      },
      { interval: 1000, timeout: 25_000 },
    )
    .toBe(true)
  expect(sent / 2 ** 20).toBeLessThan(10)
  expect(await counting(child.stdout)).toBe(200_000)
  await sending
})

test('a reader that has had enough is no failure', async () => {
  const child = start('validate', '--plan', 'plan.json')
  child.stdin.on('error', () => {})
  let complaints = ''
  child.stderr.on('data', (chunk) => {
    complaints += chunk
  })
  child.stdout.once('data', () => child.stdout.destroy())
  const sending = feed(child, 400_000, () => call(0)).catch(() => {})
  const [code] = await once(child, 'exit')
  await Promise.race([sending, once(child.stdin, 'close')])
  expect(code).toBe(0)
  expect(complaints).not.toMatch(/error|bug|EPIPE/i)
})

test('what cannot be written is one line and exit code 2', () => {
  const full = spawnSync('sh', ['-c', `"${process.execPath}" "${program}" --help > /dev/full`], {
    encoding: 'utf8',
  })
  expect([full.status, full.stderr]).toEqual([
    2,
    'plumbline: cannot write standard output: no space is left.\n',
  ])
})
