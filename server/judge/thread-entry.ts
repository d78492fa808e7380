import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** The program that a thread runs, and what it is given of the process. */
export type ThreadEntry = {
  readonly file: string
  readonly execArgv: string[]
  readonly env: NodeJS.Dict<string>
}

/**
 * Web and worker are started in the root of the checkout. `launch/ensure/ensure-thread.mjs` makes the bundle there;
 * in development the source is run as it is, so that each new thread knows what was just written.
 */
export const threadEntry = (isDevelopment: boolean): ThreadEntry =>
  isDevelopment
    ? {
        file: join(process.cwd(), 'server', 'judge', 'thread.ts'),
        execArgv: ['--import', 'tsx'],
        env: { ...process.env },
      }
    : { file: bundle(), execArgv: [], env: {} }

/** Names the build that `threadEntry` runs. */
export const engineOf = (isDevelopment: boolean): string =>
  isDevelopment ? 'source' : createHash('sha256').update(readFileSync(bundle())).digest('hex').slice(0, 32)

const bundle = () => join(process.cwd(), '.cache', 'judge', 'thread.mjs')
