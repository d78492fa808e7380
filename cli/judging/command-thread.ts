import { Readable, Writable } from 'node:stream'
import { parentPort, workerData } from 'node:worker_threads'
import type { Terminal } from '../command'
import { runCommand } from '../run-command'
import type { CommandReply, CommandTask } from './command-in-thread'

/** What a thread runs that does a whole command. */
export const commandThread = async (): Promise<void> => {
  const { args, stdin, colour, program } = workerData as CommandTask & Pick<Terminal, 'colour' | 'program'>
  const reply = (message: CommandReply) => parentPort?.postMessage(message)
  const into = (is: 'out' | 'err') =>
    new Writable({
      decodeStrings: false,
      write: (text, _encoding, done) => {
        reply({ is, text: String(text) })
        done()
      },
    })
  const terminal = { stdin: Readable.from([Buffer.from(stdin)]), stdout: into('out'), stderr: into('err') }
  const code = await runCommand(args, { ...terminal, colour, watched: false, program })
  reply({ is: 'code', code })
}
