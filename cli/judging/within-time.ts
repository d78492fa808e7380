import { createContext, Script } from 'node:vm'

const script = new Script('work()')

/** Does the work on this thread and stops it, wherever it is, after so many milliseconds. Says whether it was done. */
export const withinTime = (ms: number, work: () => void): boolean => {
  try {
    script.runInContext(createContext({ work }), { timeout: Math.max(1, Math.ceil(ms)) })
    return true
  } catch (error) {
    // It comes from another context, where `Error` is another class.
    if ((error as { code?: unknown } | null)?.code === 'ERR_SCRIPT_EXECUTION_TIMEOUT') return false
    throw error
  }
}
