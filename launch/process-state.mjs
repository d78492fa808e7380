import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

/**
 * What tells this run of a process from a later one with the same number, or null when it is not running.
 * A zombie counts as gone: it still answers `kill -0`, but it will never do anything again.
 *
 * @param {number} pid
 * @returns {{ startedAt: string, command: string } | null}
 */
export const processState = (pid) => {
  if (!Number.isInteger(pid) || pid <= 0) return null
  try {
    return process.platform === 'linux' ? fromProc(pid) : fromPs(pid)
  } catch {
    return null
  }
}

const fromProc = (pid) => {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
  // The command name stands in brackets and may hold spaces and brackets of its own.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  if (fields[0] === 'Z' || fields[0] === 'X') return null
  return {
    startedAt: fields[19],
    command: readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim(),
  }
}

const fromPs = (pid) => {
  if (process.platform === 'win32') {
    process.kill(pid, 0)
    return { startedAt: 'unknown', command: '' }
  }
  const ask = (column) =>
    execFileSync('ps', ['-p', String(pid), '-o', `${column}=`], { encoding: 'utf8' }).trim()
  if (ask('stat').startsWith('Z')) return null
  return { startedAt: ask('lstart'), command: ask('command') }
}

/**
 * Waits until a process is gone.
 *
 * @param {number} pid
 * @param {number} milliseconds
 * @returns {Promise<boolean>} false when it is still there after that time
 */
export const waitUntilGone = async (pid, milliseconds) => {
  const end = Date.now() + milliseconds
  while (processState(pid)) {
    if (Date.now() > end) return false
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  return true
}
