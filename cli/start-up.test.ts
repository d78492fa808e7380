import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ensureBuilt } from './ensure-built.mjs'

let program: string
let folder: string
beforeAll(async () => {
  program = await ensureBuilt()
  folder = mkdtempSync(join(tmpdir(), 'plumbline-'))
  writeFileSync(join(folder, 'a.json'), JSON.stringify({ properties: { a: { type: 'number' } } }))
  writeFileSync(join(folder, 'b.json'), JSON.stringify({ properties: { a: { type: ['number', 'null'] } } }))
})
afterAll(() => rmSync(folder, { recursive: true }))

const elapsed = (args: readonly string[]): number => {
  const start = performance.now()
  const { status } = spawnSync(process.execPath, args, { cwd: folder, stdio: 'ignore' })
  expect(status).toBe(0)
  return performance.now() - start
}

const median = (times: readonly number[]): number => times.toSorted((a, b) => a - b)[times.length >> 1] ?? 0

test.each([
  ['--help', ['--help'], 1.8],
  ['a small comparison', ['compare', 'a.json', 'b.json'], 2.2],
] as const)('%s starts about as fast as Node itself', (_what, args, most) => {
  elapsed([program, ...args])
  // In turns, so that whatever else the machine does slows both.
  const turns = Array.from({ length: 15 }, () => ({
    bare: elapsed(['-e', '0']),
    ours: elapsed([program, ...args]),
  }))
  expect(median(turns.map(({ bare, ours }) => ours / bare))).toBeLessThan(most)
})
