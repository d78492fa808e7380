import { CannotRun, type Command, type ExitCode, type Terminal } from './command'
import { commandNames, loadCommand } from './commands'
import { help } from './help'

/** Runs `plumbline` with its arguments. What could not run is one line on standard error and exit code 2. */
export const runCommand = async (args: readonly string[], terminal: Terminal): Promise<ExitCode> => {
  const [name, ...rest] = args
  if (name === undefined || name === 'help' || name === '--help' || name === '-h')
    return showHelp(rest[0], terminal)
  try {
    const command = await commandNamed(name)
    const wantsHelp = rest.some((arg) => arg === '--help' || arg === '-h')
    return wantsHelp ? show(command.help, terminal) : await command.run(rest, terminal)
  } catch (error) {
    if (!(error instanceof CannotRun)) throw error
    terminal.stderr.write(`plumbline: ${error.message}\n`)
    return 2
  }
}

const showHelp = async (name: string | undefined, terminal: Terminal): Promise<ExitCode> => {
  const known = commandNames.find((command) => command === name)
  return show(known ? (await loadCommand[known]()).help : help, terminal)
}

const show = (text: string, { stdout }: Terminal): ExitCode => {
  stdout.write(`${text.trim()}\n`)
  return 0
}

const commandNamed = (name: string): Promise<Command> => {
  const known = commandNames.find((command) => command === name)
  if (!known) throw new CannotRun(`there is no command "${name}"; "plumbline --help" lists them.`)
  return loadCommand[known]()
}
