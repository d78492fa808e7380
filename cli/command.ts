import type { Readable, Writable } from 'node:stream'

/** 0 fine, 1 found something, 2 could not run. */
export type ExitCode = 0 | 1 | 2

/** Where a command reads and writes; `colour` says whether a person is looking at `stdout`. */
export type Terminal = {
  readonly stdin: Readable
  readonly stdout: Writable
  readonly stderr: Writable
  readonly colour: boolean
}

export type Command = {
  /** What `--help` shows: usage, what it does, an example, the exit codes. */
  readonly help: string
  readonly run: (args: readonly string[], terminal: Terminal) => Promise<ExitCode>
}

/** Why a command could not run, as one line for people. Ends with exit code 2. */
export class CannotRun extends Error {}
