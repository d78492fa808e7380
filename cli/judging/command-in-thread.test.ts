import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PassThrough } from 'node:stream'
import { expect, onTestFinished, test } from 'vitest'
import { commandInThread } from './command-in-thread'

const running = (program: string, limits: { memoryMb: number; ms: number }) => {
  const folder = mkdtempSync(join(tmpdir(), 'plumbline-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  writeFileSync(
    join(folder, 'thread.cjs'),
    `const { parentPort } = require('node:worker_threads');${program}`,
  )
  const stdout = new PassThrough({ encoding: 'utf8' })
  const terminal = { stdin: stdout, stdout, stderr: stdout, colour: false, watched: false }
  const done = commandInThread({ args: ['lint', 'plan.json'], stdin: Buffer.alloc(0) }, limits, {
    ...terminal,
    program: join(folder, 'thread.cjs'),
  })
  return { done, written: () => stdout.read() }
}

test('what it writes is written, and its exit code told', async () => {
  const { done, written } = running(
    `parentPort.postMessage({ is: 'out', text: 'found' }); parentPort.postMessage({ is: 'code', code: 1 })`,
    { memoryMb: 64, ms: 30_000 },
  )
  expect(await done).toBe(1)
  expect(written()).toBe('found')
})

test.each([
  ['for (;;);', { memoryMb: 64, ms: 1_000 }, 'lint took longer than 1 s and was stopped.'],
  [
    'const kept = []; for (;;) kept.push(new Array(1000).fill(kept.length))',
    { memoryMb: 32, ms: 60_000 },
    'lint took more than 32 MB and was stopped.',
  ],
])('%s is stopped in one clear line', async (program, limits, why) => {
  await expect(running(program, limits).done).rejects.toThrow(why)
})
