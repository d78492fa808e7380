import type { Terminal } from './command'
import { runCommand } from './run-command'
import { wantsColour } from './wants-colour'
import { whyNot } from './why-not'

/** Runs `plumbline` in this process. `program` is the file that threads run. */
export const main = async (program: string): Promise<void> => {
  const { stdout, stderr } = process
  // Nobody is left to tell.
  stderr.on('error', () => {})
  stdout.on('error', (error: NodeJS.ErrnoException) => {
    // A reader that stops early (`| head`) is no failure.
    if (error.code === 'EPIPE') process.exit(0)
    stderr.write(`plumbline: cannot write standard output: ${whyNot(error)}.\n`)
    process.exit(2)
  })
  const terminal: Terminal = {
    // Opened by whoever reads it.
    get stdin() {
      return process.stdin
    },
    stdout,
    stderr,
    colour: wantsColour(stdout, process.env),
    watched: stderr.isTTY === true,
    program,
  }
  try {
    process.exitCode = await runCommand(process.argv.slice(2), terminal)
  } catch (error) {
    stderr.write(`plumbline: this is a bug. ${error instanceof Error ? error.stack : error}\n`)
    process.exitCode = 2
  }
}
