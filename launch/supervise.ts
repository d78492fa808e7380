import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { pathToFileURL } from 'node:url'
import type { Log } from '@/server/log/log'

export type Program = {
  readonly name: string
  /** What Node is given: options, the file, its parameters. */
  readonly parameters: readonly string[]
  readonly root: string
  /** Asked at every start, so that a second start can be told what the first one found out. */
  readonly environment: () => NodeJS.ProcessEnv
  /** Gets what the program prints, line by line; without it the lines go where the launcher's own go. */
  readonly onLine?: (line: string) => void
  readonly log: Log
}

export type Supervised = {
  /** Asks the program to end, and ends it after a while when it does not. */
  readonly stop: () => Promise<void>
}

const graceMs = 20_000
const dieWithParent = pathToFileURL(join(import.meta.dirname, 'die-with-parent.mjs')).href

/** Runs a Node program until it is stopped: when it ends by itself it is started again, after a growing pause. */
export const supervise = (program: Program): Supervised => {
  let stopping = false
  let crashes = 0
  let child: ChildProcess
  let pause: NodeJS.Timeout | undefined

  const start = () => {
    const startedAt = Date.now()
    child = launchProgram(program)
    child.once('exit', (code, signal) => {
      if (stopping) return
      crashes = Date.now() - startedAt > 60_000 ? 1 : crashes + 1
      const pauseMs = Math.min(30_000, 250 * 2 ** crashes)
      program.log.error(
        { part: program.name, code, signal, pauseMs },
        'Ended by itself; it will be started again',
      )
      pause = setTimeout(start, pauseMs)
    })
  }
  start()

  return {
    stop: () => {
      stopping = true
      clearTimeout(pause)
      return endGracefully(child)
    },
  }
}

const launchProgram = ({ parameters, root, environment, onLine }: Program) => {
  const child = spawn(process.execPath, ['--import', dieWithParent, ...parameters], {
    cwd: root,
    env: { ...environment(), PLUMBLINE_LAUNCHER: String(process.pid) },
    stdio: ['ignore', onLine ? 'pipe' : 'inherit', 'inherit', 'ipc'],
    // In a group of its own: Ctrl-C reaches the launcher only, which stops its programs in their order.
    detached: process.platform !== 'win32',
  })
  if (onLine && child.stdout) createInterface({ input: child.stdout }).on('line', onLine)
  return child
}

const endGracefully = (child: ChildProcess) =>
  new Promise<void>((done) => {
    if (child.exitCode !== null || child.signalCode !== null) return done()
    const hurry = setTimeout(() => child.kill('SIGKILL'), graceMs)
    child.once('exit', () => {
      clearTimeout(hurry)
      done()
    })
    child.kill('SIGTERM')
  })
