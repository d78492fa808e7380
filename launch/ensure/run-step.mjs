import { spawn } from 'node:child_process'

/** A step of the preparation failed; what it said has been shown already. */
export class StepFailed extends Error {}

/**
 * Runs a command with one line before and one after. Its own words are shown only when it fails.
 * A Node program ends when this process does.
 *
 * @param {string} title such as "Building"
 * @param {string[]} command a path of a Node program, or `npm`, and its parameters
 * @param {{ cwd: string, env?: NodeJS.ProcessEnv }} options
 * @throws {StepFailed}
 */
export const runStep = async (title, command, { cwd, env = process.env }) => {
  console.log(`${title} …`)
  const start = Date.now()
  const output = []
  const child = startProgram(command, { cwd, env })
  child.stdout.on('data', (chunk) => output.push(chunk))
  child.stderr.on('data', (chunk) => output.push(chunk))
  const problem = await new Promise((done) => {
    child.once('error', (error) => done(error.message))
    child.once('close', (code, signal) => done(code === 0 ? null : (signal ?? `exit code ${code}`)))
  })
  if (problem !== null) {
    process.stderr.write(Buffer.concat(output))
    throw new StepFailed(`${title} failed (${problem}).`)
  }
  console.log(`${title}: done in ${Math.max(1, Math.round((Date.now() - start) / 1000))} s`)
}

const startProgram = ([program, ...parameters], options) =>
  program === 'npm'
    ? // A command file on Windows, which only the shell can run.
      spawn(program, parameters, {
        ...options,
        stdio: ['ignore', 'pipe', 'pipe'],
        shell: process.platform === 'win32',
      })
    : spawn(process.execPath, ['--import', dieWithParent, program, ...parameters], {
        ...options,
        env: { ...options.env, PLUMBLINE_LAUNCHER: String(process.pid) },
        stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      })

const dieWithParent = new URL('../die-with-parent.mjs', import.meta.url).href
