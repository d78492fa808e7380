import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { type PoolLimits, threadPool } from './thread-pool'

/** A thread that does what the key of a lint task says. */
const program = `
import { parentPort } from 'node:worker_threads'
const reply = (message) => parentPort.postMessage(message)
const spin = (ms) => { const end = Date.now() + ms; while (Date.now() < end); }
let asked = 0
parentPort.on('message', ({ key }) => {
  asked += 1
  if (key === 'forever') for (;;);
  if (key === 'steps') for (let i = 0; i < 6; i += 1) { spin(150); reply({ is: 'step' }) }
  if (key === 'memory') { const kept = []; for (;;) kept.push(new Array(1000).fill(kept.length)) }
  if (key === 'pattern') /^(a+)+$/.test('a'.repeat(60) + '!')
  if (key === 'throw') return reply({ is: 'failed', message: 'thrown' })
  if (key === 'die') process.exit(3)
  if (key === 'deep') { const deeper = (n) => deeper(n + 1) + 1; deeper(0) }
  reply({ is: 'answer', answer: { asked, env: Object.keys(process.env) } })
})
reply({ is: 'ready' })
`

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'plumbline-threads-'))
  await writeFile(join(folder, 'thread.mjs'), program)
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const pool = (limits: Partial<PoolLimits> = {}) => {
  const made = threadPool(
    { file: join(folder, 'thread.mjs'), execArgv: [], env: {} },
    { threads: 1, memoryMb: 32, stepMs: 500, idleMs: 60_000, ...limits },
  )
  onTestFinished(made.close)
  return {
    ...made,
    ask: (key: string, signal?: AbortSignal) => made.run('lint', { key, edits: [] }, signal),
  }
}
const answered = (asked: number) => ({ ok: true, answer: { asked, env: [] } })

describe('a pool of threads', () => {
  test('uses a thread again, and gives it nothing of the environment', async () => {
    const { ask } = pool()
    expect(await ask('x')).toEqual(answered(1))
    expect(await ask('x')).toEqual(answered(2))
  })

  test.each(['forever', 'pattern'])(
    'ends what takes too long (%s), and goes on with a new thread',
    async (key) => {
      const { ask } = pool()
      const [ended, next] = await Promise.all([ask(key), ask('x')])
      expect(ended).toMatchObject({ ok: false, ended: 'time' })
      expect(next).toEqual(answered(1))
    },
  )

  test('takes a step for a sign of life', async () => {
    expect(await pool().ask('steps')).toEqual(answered(1))
  })

  test('ends what takes too much memory', async () => {
    const { ask } = pool({ stepMs: 30_000 })
    expect(await ask('memory')).toMatchObject({ ok: false, ended: 'memory' })
    expect(await ask('x')).toEqual(answered(1))
  })

  test.each(['throw', 'die', 'deep'])('tells of a task that fails (%s) and goes on', async (key) => {
    const { ask } = pool({ stepMs: 30_000 })
    expect(await ask(key)).toMatchObject({ ok: false, ended: 'failed' })
    expect(await ask('x')).toMatchObject({ ok: true })
  })

  test('lets whoever gave up leave the line', async () => {
    const { ask } = pool()
    const gone = new AbortController()
    const first = ask('steps')
    const second = ask('never', gone.signal)
    gone.abort(new Error('gone'))
    await expect(second).rejects.toThrow('gone')
    expect(await first).toEqual(answered(1))
    expect(await ask('x')).toEqual(answered(2))
  })

  test('ends threads that nobody uses', async () => {
    const { ask } = pool({ idleMs: 1 })
    expect(await ask('x')).toEqual(answered(1))
    await expect.poll(() => ask('x')).toEqual(answered(1))
  })

  test('stops at once, with whatever is being done', async () => {
    const { ask, close } = pool({ stepMs: 30_000 })
    const asked = ask('forever')
    await ask('x', AbortSignal.timeout(200)).catch(() => {})
    await close()
    expect(await asked).toMatchObject({ ok: false, ended: 'failed' })
  })
})
