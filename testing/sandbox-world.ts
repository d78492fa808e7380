import { onTestFinished } from 'vitest'
import { Failed } from '@/contracts/failed'
import type { Failure } from '@/contracts/failure'
import { startSandbox } from '@/sandbox/start-sandbox'
import type { Context } from '@/server/ports/context'
import { testContext } from './context'

/**
 * A sandbox and an empty installation of the test's own, with the same clock; both are gone when the test is over.
 * `control` talks to the sandbox's control interface, `input` connects its workspace.
 */
export const sandboxWorld = async ({
  role = 'admin',
  segment,
}: {
  readonly role?: 'admin' | 'viewer'
  readonly segment?: Context['segment']
} = {}) => {
  const now = new Date().toISOString()
  const sandbox = await startSandbox({ now: () => Date.parse(now) })
  onTestFinished(sandbox.close)
  const context = await testContext({ role, now, segment })
  onTestFinished(context.drop)
  const control = async (method: string, path: string, body?: unknown) => {
    const headers = { 'content-type': 'application/json' }
    const answer = await fetch(`${sandbox.url}/_sandbox${path}`, {
      method,
      headers,
      body: JSON.stringify(body),
    })
    if (!answer.ok) throw new Error(`The sandbox answered ${answer.status}: ${await answer.text()}`)
  }
  return {
    ...context,
    job: context.asActor({ kind: 'job', personId: null, name: 'Test', jobId: 'job' }),
    input: { token: 'sandbox', region: 'us' as const, apiUrl: sandbox.url },
    url: sandbox.url,
    control,
  }
}

/** A TRACK rule as Segment gives it. */
export const wireRule = (key: string, properties: object = {}) => ({
  type: 'TRACK',
  key,
  version: 1,
  jsonSchema: { type: 'object', properties: { properties: { type: 'object', properties } } },
})

/** Rules named `Event 0000`, `Event 0001` … */
export const wireRules = (count: number) =>
  Array.from({ length: count }, (_, i) => wireRule(`Event ${String(i).padStart(4, '0')}`))

/** The failure that a use case ends with; anything else fails the test. */
export const failureOf = async (work: Promise<unknown>): Promise<Failure> => {
  const error = await work.then(
    () => new Error('It was expected to fail.'),
    (thrown: unknown) => thrown,
  )
  if (error instanceof Failed) return error.failure
  throw error
}
