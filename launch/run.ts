import { log } from '@/server/log/log'
import type { RunningSettings } from '@/server/settings/running-settings'
import { readSettings, type Settings } from '@/server/settings/settings'
import { CannotStart } from './cannot-start'
import { serverEnvironment } from './child-environment'
import { FolderBusy, folderOwner } from './claim-folder.mjs'
import { ensureBuilt } from './ensure/ensure-built.mjs'
import { ensureIntake, intakeBundle } from './ensure/ensure-intake.mjs'
import { ensureThread } from './ensure/ensure-thread.mjs'
import { forPeople } from './for-people'
import { intakeOptions } from './intake-options'
import { keepSecretKey } from './secret-key'
import { type RunningDatabase, startDatabase } from './start-database'
import { startSandbox } from './start-sandbox'
import { stopRequests } from './stop-requests'
import { type Supervised, supervise } from './supervise'
import { refuseTakenPort, untilListening } from './wait-for-port'

type Mode = { readonly root: string; readonly dev: boolean }

/** What has been started and has to be stopped. */
type Started = {
  readonly servers: Supervised[]
  sandbox: Supervised | null
  database: RunningDatabase | null
}

/**
 * Runs the whole product until it is asked to stop, then stops it in order: web, worker and intake, sandbox, database.
 *
 * @returns the exit code
 */
export const run = async (mode: Mode): Promise<number> => {
  const started: Started = { servers: [], sandbox: null, database: null }
  // What is still running then ends by itself, because its launcher is gone.
  const asked = stopRequests(() => process.exit(1))
  try {
    const settings = settingsFromEnvironment()
    await refuseEarly(settings)
    if (!mode.dev) {
      await ensureBuilt(mode.root)
      await ensureThread(mode.root)
      if (settings.intakePort !== null) await ensureIntake(mode.root)
    }
    asked.throwIfAborted()
    const { databaseEnded } = await startEverything(settings, mode, started, asked)
    const why = await Promise.race([databaseEnded.then(() => 'database'), aborted(asked)])
    if (why === 'database') {
      throw new CannotStart('The database has ended. Its log is postgres.log in the data folder.')
    }
    return 0
  } catch (error) {
    if (asked.aborted && error === asked.reason) return 0
    console.error(forPeople(error))
    return 1
  } finally {
    await Promise.all(started.servers.map((server) => server.stop()))
    await started.sandbox?.stop()
    await started.database?.stop()
  }
}

const settingsFromEnvironment = (): Settings => {
  const reading = readSettings(process.env)
  if (!reading.ok) throw new CannotStart(reading.problems.join('\n'))
  return reading.settings
}

// A build takes a minute; these take a moment and would be a pity to learn after it.
const refuseEarly = async (settings: Settings) => {
  const owner = folderOwner(settings.dataDir)
  if (owner !== null) throw FolderBusy.of(settings.dataDir, owner)
  await refuseTakenPort('PORT', settings.host, settings.port)
  if (settings.intakePort !== null) await refuseTakenPort('INTAKE_PORT', settings.host, settings.intakePort)
  if (settings.sandboxPort && !settings.segment) {
    await refuseTakenPort('SANDBOX_PORT', '127.0.0.1', settings.sandboxPort)
  }
}

// What does not wait for each other starts together: a second start should be quick.
const startEverything = async (settings: Settings, mode: Mode, started: Started, asked: AbortSignal) => {
  const [database, sandboxUrl, { prepare }] = await Promise.all([
    startDatabase(settings.dataDir, settings.databaseUrl).then((database) => {
      started.database = database
      return database
    }),
    settings.segment ? null : startTheSandbox(settings, mode, started),
    import('@/prisma/seed'),
  ])
  asked.throwIfAborted()
  const running: RunningSettings = {
    ...settings,
    databaseUrl: database.url,
    secretKey: settings.secretKey ?? (await keepSecretKey(settings.dataDir)),
    sandboxUrl,
  }
  const startServer = serverStarter(running, mode, started)
  startServer('web', webCommand(settings, mode))
  const [lines] = await Promise.all([prepare(running), untilListening(settings.host, settings.port, asked)])
  asked.throwIfAborted()
  // People read where to go and how to sign in before the worker begins to fill the place.
  console.log(['', `Plumbline is at ${settings.appUrl}`, ...lines, ''].join('\n'))
  startServer('worker', programCommand('worker/main.ts', mode))
  if (settings.intakePort !== null) startServer('intake', [...intakeOptions, ...intakeCommand(mode)])
  return { databaseEnded: database.ended }
}

const startTheSandbox = (settings: Settings, { root }: Mode, started: Started) => {
  const sandbox = startSandbox({ root, dataDir: settings.dataDir, port: settings.sandboxPort, log })
  started.sandbox = sandbox.program
  return sandbox.url
}

const serverStarter = (settings: RunningSettings, { root, dev }: Mode, started: Started) => {
  const environment = () => serverEnvironment(settings, dev ? 'development' : 'production')
  return (name: string, parameters: readonly string[]) => {
    started.servers.push(supervise({ name, parameters, root, environment, log }))
  }
}

const webCommand = ({ host, port }: Settings, { dev }: Mode) => [
  ...['node_modules/next/dist/bin/next', dev ? 'dev' : 'start'],
  ...['--hostname', host, '--port', String(port)],
]

const programCommand = (file: string, { dev }: Mode) =>
  dev ? ['node_modules/tsx/dist/cli.mjs', 'watch', file] : ['--import', 'tsx', file]

const intakeCommand = (mode: Mode) => (mode.dev ? programCommand('intake/main.ts', mode) : [intakeBundle])

const aborted = (signal: AbortSignal) =>
  new Promise<void>((resolve) => {
    if (signal.aborted) resolve()
    signal.addEventListener('abort', () => resolve())
  })
