import type { Readable, Writable } from 'node:stream'

/** 0 fine, 1 found something, 2 could not run. */
export type ExitCode = 0 | 1 | 2

/** Where a command reads and writes, and what it needs of the process. */
export type Terminal = {
  readonly stdin: Readable
  readonly stdout: Writable
  readonly stderr: Writable
  /** Whether `stdout` shows colours. */
  readonly colour: boolean
  /** Whether a person watches `stderr`, so that progress may be shown there. */
  readonly watched: boolean
  /** The bundled program, which threads run as well. */
  readonly program: string
}

export type Command = {
  /** What `--help` shows: what it is for, usage, options, what it reads, examples, the exit codes. */
  readonly help: string
  readonly run: (args: readonly string[], terminal: Terminal) => Promise<ExitCode>
}

/** Why a command could not run, as one line for people. Ends with exit code 2. */
export class CannotRun extends Error {}
