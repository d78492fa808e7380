/**
 * Aborts when somebody wants the program to stop: Ctrl-C, SIGTERM, or the end of the npm that started it
 * (npm ends on SIGTERM without telling the program it runs). A second Ctrl-C calls `atOnce`.
 */
export const stopRequests = (atOnce: () => void): AbortSignal => {
  const asked = new AbortController()
  let firstAt = 0
  const onSignal = () => {
    firstAt ||= Date.now()
    // npm passes on a Ctrl-C that has reached us already.
    if (Date.now() - firstAt > 1_000) atOnce()
    asked.abort()
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, onSignal)
  if (process.env.npm_lifecycle_event) {
    const parent = process.ppid
    setInterval(() => process.ppid !== parent && asked.abort(), 500).unref()
  }
  return asked.signal
}
