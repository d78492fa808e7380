import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { appendFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { describe, expect, it, onTestFinished } from 'vitest'
import { startSandbox } from '@/sandbox/start-sandbox'
import { clientFor, someRules } from '@/sandbox/test-client'

const aFolder = () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'sandbox-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

const running = (child: ChildProcess) => child.exitCode === null && child.signalCode === null

const ended = async (child: ChildProcess) => {
  if (running(child)) await once(child, 'exit')
}

const spawned = async (dataDir: string) => {
  const child = spawn(process.execPath, ['--import', 'tsx', path.join(import.meta.dirname, '../main.ts')], {
    env: { ...process.env, DATA_DIR: dataDir, SANDBOX_PORT: '0', SANDBOX_TRAFFIC: 'off' },
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  })
  onTestFinished(async () => {
    child.kill('SIGKILL')
    await ended(child)
  })
  if (!child.stdout) throw new Error('no output to read')
  const [line] = await once(createInterface(child.stdout), 'line')
  return { child, client: clientFor(JSON.parse(String(line)).sandbox) }
}

describe('a restart', () => {
  it('keeps plans, sources and counts', async () => {
    const dataDir = aFolder()
    const first = await startSandbox({ dataDir })
    const before = clientFor(first.url)
    await before.ask('PUT', '/_sandbox/plans/tp_kept/rules', { rules: someRules(3) })
    await before.ask('PATCH', '/tracking-plans/tp_kept/rules', { rules: someRules(4) })
    const { body } = await before.ask('GET', '/sources')
    const writeKey = body.data.sources[0].writeKeys[0]
    await before.ask('POST', '/v1/track', { writeKey, event: 'Signed Out', userId: 'u' })
    const volume = async (client: typeof before) => {
      const [start, end] = [Date.now() - 7_200_000, Date.now() + 86_400_000]
      const startTime = new Date(start - (start % 3_600_000)).toISOString()
      const query = new URLSearchParams({
        granularity: 'HOUR',
        startTime,
        endTime: new Date(end).toISOString(),
      })
      return (await client.ask('GET', `/events/volume?${query}`)).body.data.result[0].total
    }
    const counted = await volume(before)
    await first.close()
    appendFileSync(path.join(dataDir, 'sandbox', 'counts.ndjson'), '{"series":{"metric":"vol')

    const second = await startSandbox({ dataDir })
    onTestFinished(second.close)
    const after = clientFor(second.url)

    expect(second.url).toBe(first.url)
    // fetch still holds connections to the first one, which had the same address.
    await expect.poll(async () => (await after.ask('GET', '/_sandbox/health')).status).toBe(200)
    expect((await after.ask('GET', '/tracking-plans/tp_kept/rules')).body.data.rules).toHaveLength(4)
    expect((await after.ask('GET', '/sources')).body.data.sources[0].writeKeys).toEqual([writeKey])
    expect(await volume(after)).toBe(counted)
  })

  it('takes another port when the last one is taken, unless it was told which', async () => {
    const dataDir = aFolder()
    const first = await startSandbox({ dataDir })
    onTestFinished(first.close)
    const port = Number(new URL(first.url).port)

    const second = await startSandbox({ dataDir })
    onTestFinished(second.close)
    expect(second.url).not.toBe(first.url)
    await expect(startSandbox({ port })).rejects.toThrow('EADDRINUSE')
  })

  it('loses next to nothing to kill -9', async () => {
    const dataDir = aFolder()
    const { child, client } = await spawned(dataDir)
    await client.ask('PUT', '/_sandbox/plans/tp_kept/rules', { rules: someRules(2) })
    const saved = () => readFileSync(path.join(dataDir, 'sandbox', 'state.json'), 'utf8')
    await expect.poll(saved, { timeout: 1_000, interval: 20 }).toContain('tp_kept')
    child.kill('SIGKILL')
    await ended(child)

    const again = await startSandbox({ dataDir })
    onTestFinished(again.close)
    const { body } = await clientFor(again.url).ask('GET', '/_sandbox/plans/tp_kept/rules')
    expect(body.rules).toHaveLength(2)
  })

  it('ends by itself when whoever started it is gone, and cleanly on SIGTERM', async () => {
    const [orphan, told] = await Promise.all([spawned(aFolder()), spawned(aFolder())])
    orphan.child.disconnect()
    told.child.kill('SIGTERM')
    await Promise.all([ended(orphan.child), ended(told.child)])

    expect([orphan.child.exitCode, told.child.exitCode]).toEqual([0, 0])
  })
})
