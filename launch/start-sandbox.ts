import type { Log } from '@/server/log/log'
import { CannotStart } from './cannot-start'
import { sandboxEnvironment } from './child-environment'
import { type Supervised, supervise } from './supervise'

/**
 * Starts the sandbox as a program of its own. Started again after a crash, it listens on the same port.
 *
 * @param how.port null for a free one
 * @returns the program at once; `url` when it listens, or CannotStart after a minute
 */
export const startSandbox = (how: {
  root: string
  dataDir: string
  port: number | null
  log: Log
}): { url: Promise<string>; program: Supervised } => {
  let port = how.port
  let ready: (url: string) => void = () => undefined
  const listening = new Promise<string>((resolve) => {
    ready = resolve
  })
  const program = supervise({
    name: 'sandbox',
    parameters: ['--import', 'tsx', 'sandbox/main.ts'],
    root: how.root,
    environment: () => sandboxEnvironment(how.dataDir, port),
    onLine: (line) => {
      const url = readyUrl(line)
      if (!url) return console.log(line)
      port = Number(new URL(url).port)
      ready(url)
    },
    log: how.log,
  })
  return { url: Promise.race([listening, tooLate()]), program }
}

const tooLate = () =>
  new Promise<never>((_, reject) => {
    const problem = new CannotStart('The sandbox did not start within a minute; its own lines above say why.')
    setTimeout(reject, 60_000, problem).unref()
  })

const readyUrl = (line: string): string | null => {
  try {
    const { sandbox } = JSON.parse(line)
    return typeof sandbox === 'string' ? sandbox : null
  } catch {
    return null
  }
}
