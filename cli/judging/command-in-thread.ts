import { Worker } from 'node:worker_threads'
import { CannotRun, type ExitCode, type Terminal } from '../command'
import { write } from '../write'

/** A command to be run by a thread; `stdin` is what it may read. */
export type CommandTask = { readonly args: readonly string[]; readonly stdin: Buffer }

export type CommandReply =
  | { readonly is: 'out' | 'err'; readonly text: string }
  | { readonly is: 'code'; readonly code: ExitCode }

export type CommandLimits = { readonly memoryMb: number; readonly ms: number }

/** Runs a command on a thread with limits, writing what it writes. Throws `CannotRun` when it goes beyond them. */
export const commandInThread = async (
  { args, stdin }: CommandTask,
  { memoryMb, ms }: CommandLimits,
  terminal: Terminal,
): Promise<ExitCode> => {
  const worker = new Worker(terminal.program, {
    workerData: { args, stdin, colour: terminal.colour, program: terminal.program },
    argv: args.slice(0, 1),
    env: {},
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: memoryMb },
  })
  const written: Promise<void>[] = []
  try {
    return await new Promise<ExitCode>((resolve, reject) => {
      const stop = (why: string) => reject(new CannotRun(`${args[0]} ${why} and was stopped.`))
      const timer = setTimeout(() => stop(`took longer than ${Math.round(ms / 1000)} s`), ms)
      worker.on('message', (reply: CommandReply) => {
        if (reply.is === 'code') {
          clearTimeout(timer)
          resolve(reply.code)
        } else written.push(write(reply.is === 'out' ? terminal.stdout : terminal.stderr, reply.text))
      })
      worker.on('error', (error: Error & { readonly code?: string }) => {
        clearTimeout(timer)
        if (error.code === 'ERR_WORKER_OUT_OF_MEMORY') stop(`took more than ${memoryMb} MB`)
        else reject(error)
      })
      worker.on('exit', () => reject(new Error('The thread ended without an exit code.')))
    })
  } finally {
    await Promise.all(written)
    await worker.terminate()
  }
}
