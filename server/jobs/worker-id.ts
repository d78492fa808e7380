import { hostname } from 'node:os'

// Pools of this process: one with our own process number that is not among them belongs to an earlier life.
const startedHere = new Set<string>()

/** Names a worker so that others can tell whether it still lives: host, process and pool of the queue. */
export const workerId = (poolId: string): string => {
  startedHere.add(poolId)
  return `${hostname()}:${process.pid}:${poolId}`
}

/** The queue's name for the pool; the queue writes it on the jobs it takes. */
export const poolOf = (id: string): string => id.slice(id.lastIndexOf(':') + 1)

/** Whether a worker was on this host in a process that is gone. False says nothing about other hosts. */
export const isGone = (id: string): boolean => {
  const [host, pid, poolId] = id.split(':')
  if (host !== hostname() || poolId === undefined) return false
  if (Number(pid) === process.pid) return !startedHere.has(poolId)
  return !isAlive(Number(pid))
}

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    // Another user's process may not be signalled, but is there.
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
