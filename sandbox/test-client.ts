import { onTestFinished } from 'vitest'
import { type SandboxOptions, startSandbox } from '@/sandbox/start-sandbox'

/** For tests: asks a sandbox as its token `sandbox` may. */
export const clientFor = (url: string, token = 'sandbox') => ({
  url,
  /** One request; `body` is the parsed JSON answer, typed loosely on purpose. */
  ask: async (method: string, path: string, body?: unknown) => {
    const answer = await fetch(url + path, {
      method,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    })
    return { status: answer.status, headers: answer.headers, body: await answer.json() }
  },
})

/** For tests: a sandbox of the test's own, gone when the test is over; without a past unless asked for. */
export const openSandbox = async (options: SandboxOptions = {}) => {
  const sandbox = await startSandbox({ history: false, ...options })
  onTestFinished(sandbox.close)
  return clientFor(sandbox.url)
}

export type Client = ReturnType<typeof clientFor>

/** Rules named `Event 1`, `Event 2` … */
export const someRules = (count: number) =>
  Array.from({ length: count }, (_, index) => ({
    type: 'TRACK',
    key: `Event ${index + 1}`,
    version: 1,
    jsonSchema: { type: 'object', properties: { properties: { type: 'object' } } },
  }))
