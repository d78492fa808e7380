import type { ArmedFault, Fault } from '@/sandbox/faults/fault'

export type FaultStore = {
  arm: (fault: Fault) => ArmedFault
  list: () => ArmedFault[]
  clear: () => void
  /** The faults that hit this request, in the order they were armed; counts the hit. */
  take: (method: string, path: string) => ArmedFault[]
}

// Without a path a fault means the Public API: the traffic generator must not use it up.
const isTracking = (path: string) => path.startsWith('/v1/')

const matches = ({ match }: Fault, method: string, path: string) =>
  (match.method === undefined || match.method.toUpperCase() === method) &&
  (match.path === undefined ? !isTracking(path) : new RegExp(match.path).test(path))

const isSpent = (fault: ArmedFault) => fault.times !== null && fault.hits >= fault.times

export const makeFaultStore = (): FaultStore => {
  let faults: ArmedFault[] = []
  let lastId = 0

  return {
    arm: (fault) => {
      const armed = { ...fault, id: ++lastId, seen: 0, hits: 0 }
      faults.push(armed)
      return armed
    },
    list: () => faults,
    clear: () => {
      faults = []
    },
    take: (method, path) => {
      const hitting = faults.filter((fault) => {
        if (isSpent(fault) || !matches(fault, method, path)) return false
        fault.seen += 1
        return fault.seen > fault.after
      })
      for (const fault of hitting) fault.hits += 1
      return hitting
    },
  }
}
