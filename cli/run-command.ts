import { CannotRun, type ExitCode, type Terminal } from './command'
import { commandNames, isCommandName } from './command-names'
import { loadCommand } from './commands'
import { help } from './help'
import { runWithinLimits } from './judging/run-within-limits'
import { didYouMean } from './nearest'
import { version } from './package.json'
import { write } from './write'

/** Runs `plumbline` with its arguments. What could not run is one line on standard error and exit code 2. */
export const runCommand = async (args: readonly string[], terminal: Terminal): Promise<ExitCode> => {
  try {
    return await run(args, terminal)
  } catch (error) {
    if (!(error instanceof CannotRun)) throw error
    terminal.stderr.write(`plumbline: ${error.message}\n`)
    return 2
  }
}

const run = ([name, ...rest]: readonly string[], terminal: Terminal): Promise<ExitCode> => {
  if (name === '--version' || name === '-v') return show(version, terminal)
  if (name === 'help') return helpFor(rest[0], terminal)
  if (name === undefined || name === '--help' || name === '-h') return show(help, terminal)
  const wantsHelp = rest.some((arg) => arg === '--help' || arg === '-h')
  return wantsHelp ? helpFor(name, terminal) : runNamed(name, rest, terminal)
}

/** These look at whole plans at once; the others judge schema by schema, and see to limits themselves. */
const looksAtWhole: ReadonlySet<string> = new Set(['merge', 'lint', 'repair'])

const runNamed = async (name: string, args: readonly string[], terminal: Terminal): Promise<ExitCode> => {
  const here = async (at: Terminal) => (await commandNamed(name)).run(args, at)
  return looksAtWhole.has(name) ? runWithinLimits([name, ...args], terminal, here) : here(terminal)
}

const helpFor = async (name: string | undefined, terminal: Terminal): Promise<ExitCode> =>
  show(name === undefined ? help : (await commandNamed(name)).help, terminal)

const show = async (text: string, { stdout }: Terminal): Promise<ExitCode> => {
  await write(stdout, `${text.trim()}\n`)
  return 0
}

const commandNamed = async (name: string) => {
  if (isCommandName(name)) return loadCommand[name]()
  const [what, known] = name.startsWith('-')
    ? ['option', ['--help', '--version']]
    : ['command', [...commandNames, 'help']]
  const guess = didYouMean(name, known)
  throw new CannotRun(`there is no ${what} "${name}"${guess || '; "plumbline --help" lists them.'}`)
}
