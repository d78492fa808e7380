import { runCommand } from './run-command'

const { stdin, stdout, stderr } = process
// A reader that stops early (`| head`) is no failure.
stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 2))
const colour = stdout.isTTY === true && !process.env.NO_COLOR
process.exitCode = await runCommand(process.argv.slice(2), { stdin, stdout, stderr, colour })
