import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { processState, waitUntilGone } from '../process-state.mjs'
import { PostgresFailed } from './postgres-failed.mjs'

/**
 * What a running server says about itself in `postmaster.pid`; null when there is none.
 * Lines 1, 4 and 8 of the file: process, port, status ("ready" once it takes connections).
 *
 * @param {string} cluster
 * @returns {{ pid: number, port: number, ready: boolean } | null}
 */
export const readPostmasterFile = (cluster) => {
  try {
    const lines = readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n')
    return { pid: Number(lines[0]), port: Number(lines[3]), ready: lines[7]?.trim() === 'ready' }
  } catch {
    return null
  }
}

/**
 * The server that runs on a cluster now, or null. A file left by a server that is gone does not count,
 * even when its process number has been given to another program since.
 *
 * @param {string} cluster
 */
export const runningServer = (cluster) => {
  const found = readPostmasterFile(cluster)
  if (!found) return null
  const state = processState(found.pid)
  return state && (process.platform === 'win32' || state.command.includes(cluster)) ? found : null
}

/**
 * Ends a server whose starter is gone, and clears away what it left. The caller owns the data folder,
 * so nobody is working on that server.
 *
 * @param {string} cluster
 */
export const endOrphan = async (cluster) => {
  const orphan = runningServer(cluster)
  if (orphan) {
    interrupt(orphan.pid)
    if (!(await waitUntilGone(orphan.pid, 30_000))) {
      throw new PostgresFailed(
        `A Postgres left behind (process ${orphan.pid}) does not stop. End it, then start again.`,
      )
    }
  }
  rmSync(join(cluster, 'postmaster.pid'), { force: true })
}

const interrupt = (pid) => {
  try {
    process.kill(pid, 'SIGINT')
  } catch {
    // It went away in between, which is what was wanted.
  }
}
