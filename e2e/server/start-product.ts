import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { closeSync, openSync } from 'node:fs'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { freePort } from '@/launch/wait-for-port'
import type { RunningProduct } from './running-product'

export type StartedProduct = RunningProduct & {
  /** Ends it as people do, and waits until everything it started has ended. The data folder stays. */
  readonly stop: () => Promise<void>
  /** Ends the launcher without warning. What it started notices and ends by itself. */
  readonly kill: () => Promise<void>
  readonly removeData: () => Promise<void>
}

/** What a second start on the same data must say again. */
type SameProduct = Pick<RunningProduct, 'dataDir' | 'adminEmail' | 'adminPassword' | 'adminToken'>

type Start = {
  /** An earlier start whose data folder and administrator this one goes on with. */
  readonly again?: SameProduct
  /** `by link`: the environment names nobody, so a link is printed that makes the first administrator. */
  readonly administrator?: 'by environment' | 'by link'
}

/**
 * Starts the product as `npm start` does, on free ports and with data of its own, and waits until web,
 * database and worker say that they are well.
 *
 * @throws Error with the end of its log when it is not well after five minutes
 */
export const startProduct = async ({
  again,
  administrator = 'by environment',
}: Start = {}): Promise<StartedProduct> => {
  const dataDir = again?.dataDir ?? (await mkdtemp(join(tmpdir(), 'plumbline-product-')))
  const [port, sandboxPort] = [await freePort(), await freePort()]
  const admin = again ?? {
    adminEmail: 'admin@example.com',
    adminPassword: randomBytes(12).toString('base64url'),
    adminToken: randomBytes(24).toString('base64url'),
  }
  const logFile = join(dataDir, 'product.log')
  const log = openSync(logFile, 'a')
  const {
    SEGMENT_TOKEN: _token,
    DATABASE_URL: _database,
    SECRET_KEY: _key,
    HOST: _host,
    APP_URL: _url,
    ADMIN_EMAIL: _email,
    ADMIN_PASSWORD: _password,
    ADMIN_TOKEN: _adminToken,
    ...inherited
  } = process.env
  const launch = new URL('../../launch/', import.meta.url)
  const options = ['--import', new URL('die-with-parent.mjs', launch).href]
  const child = spawn(process.execPath, [...options, fileURLToPath(new URL('start.mjs', launch))], {
    env: {
      ...inherited,
      // It ends with this process, even when that is killed.
      PLUMBLINE_LAUNCHER: String(process.pid),
      PORT: String(port),
      SANDBOX_PORT: String(sandboxPort),
      // Journeys ask for the traffic they need, so that counts are theirs.
      SANDBOX_TRAFFIC: 'off',
      DATA_DIR: dataDir,
      ...(administrator === 'by environment' && {
        ADMIN_EMAIL: admin.adminEmail,
        ADMIN_PASSWORD: admin.adminPassword,
        ADMIN_TOKEN: admin.adminToken,
      }),
    },
    stdio: ['ignore', log, log, 'ipc'],
  })
  closeSync(log)
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const end = async (signal: NodeJS.Signals) => {
    child.kill(signal)
    await ended
  }
  const appUrl = `http://127.0.0.1:${port}`
  if (!(await untilWell(appUrl, ended))) {
    await end('SIGTERM')
    const lines = (await readFile(logFile, 'utf8')).split('\n')
    throw new Error(`The product did not come up:\n${lines.slice(-60).join('\n')}`)
  }
  return {
    appUrl,
    sandboxUrl: `http://127.0.0.1:${sandboxPort}`,
    dataDir,
    logFile,
    adminEmail: admin.adminEmail,
    adminPassword: admin.adminPassword,
    adminToken: admin.adminToken,
    stop: () => end('SIGTERM'),
    kill: () => end('SIGKILL'),
    removeData: () => rm(dataDir, { recursive: true, force: true }),
  }
}

const untilWell = async (appUrl: string, ended: Promise<void>) => {
  let over = false
  ended.then(() => {
    over = true
  })
  const latest = Date.now() + 300_000
  while (!over && Date.now() < latest) {
    const answer = await fetch(`${appUrl}/api/health`).catch(() => null)
    if (answer?.ok) return true
    await wait(200)
  }
  return false
}
