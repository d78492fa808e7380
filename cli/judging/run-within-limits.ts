import { stat } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { isMainThread } from 'node:worker_threads'
import type { ExitCode, Terminal } from '../command'
import { type CommandLimits, type CommandTask, commandInThread } from './command-in-thread'

/** Plans below this many bytes are looked at in less time than a thread takes to start. */
const small = 64_000

/**
 * For commands that look at whole plans: the more there is to look at, the more they may take. Several
 * times what plans need, since it is the clock that runs while other programs have the machine.
 */
const limitsFor = (bytes: number): CommandLimits => ({
  memoryMb: 256 + Math.ceil(bytes / 1e6) * 25,
  ms: 10_000 + (bytes / 1e6) * 3_000,
})

/** Runs a command that looks at whole plans: here where they are small, else on a thread with limits. */
export const runWithinLimits = async (
  args: readonly string[],
  terminal: Terminal,
  here: (terminal: Terminal) => Promise<ExitCode>,
): Promise<ExitCode> => {
  if (!isMainThread) return here(terminal)
  const files = await Promise.all(args.slice(1).map(sizeOf))
  const stdin = args.includes('-') ? await everything(terminal) : Buffer.alloc(0)
  const bytes = files.reduce((sum, size) => sum + size, stdin.length)
  if (bytes < small) return here({ ...terminal, stdin: Readable.from([stdin]) })
  return commandInThread({ args, stdin } satisfies CommandTask, limitsFor(bytes), terminal)
}

const sizeOf = async (path: string): Promise<number> => {
  try {
    return (await stat(path)).size
  } catch {
    return 0
  }
}

const everything = async ({ stdin }: Terminal): Promise<Buffer> => {
  const chunks: Buffer[] = []
  for await (const chunk of stdin) chunks.push(Buffer.from(chunk))
  return Buffer.concat(chunks)
}
