import { fork, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { cpus } from 'node:os'

/**
 * Runs a file of the bench in a process of its own on all cores, as the product runs: with a loader that compiles as it
 * goes, and not pinned. Gives what it sends.
 *
 * @throws when it ends without sending anything
 */
export const inOwnProcess = async <Result>(file: string, parameters: readonly number[]): Promise<Result> => {
  const child = fork(file, parameters.map(String), { execArgv: ['--import', 'tsx'] })
  // Whether it can is no matter where nothing was pinned.
  spawnSync('taskset', ['-acp', `0-${cpus().length - 1}`, String(child.pid)], { stdio: 'ignore' })
  const ended = once(child, 'exit').then(([code]) => {
    throw new Error(`${file} ended with ${code} and no result.`)
  })
  ended.catch(() => undefined)
  const [result] = await Promise.race([once(child, 'message'), ended])
  await ended.catch(() => undefined)
  return result
}
