import { Readable, Writable } from 'node:stream'
import type { ExitCode } from './command'
import { runCommand } from './run-command'

export type Ran = { readonly code: ExitCode; readonly out: string; readonly err: string }

/** What a command line writes and ends with. `program` is what its threads run; small work needs none. */
export const ran = async (
  args: readonly string[],
  { stdin = '', program = '' }: { readonly stdin?: string; readonly program?: string } = {},
): Promise<Ran> => {
  const written = { out: '', err: '' }
  const into = (name: 'out' | 'err') =>
    new Writable({
      write: (chunk, _encoding, done) => {
        written[name] += String(chunk)
        done()
      },
    })
  const streams = { stdin: Readable.from([Buffer.from(stdin)]), stdout: into('out'), stderr: into('err') }
  const code = await runCommand(args, { ...streams, colour: false, watched: false, program })
  return { code, ...written }
}
