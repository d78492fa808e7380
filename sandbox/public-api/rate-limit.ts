import type { MiddlewareHandler } from 'hono'
import { tooManyRequests } from '@/sandbox/public-api/segment-error'
import type { Sandbox } from '@/sandbox/world/sandbox'
import type { Settings } from '@/sandbox/world/settings'

type Window = { startedAt: number; consumed: number }
type Limit = { name: string; points: number }

const minute = 60_000

// Segment publishes exceptions for some endpoints; they count beside the overall limit.
const limitsFor = (method: string, path: string, limits: Settings['rateLimits']): Limit[] => {
  const own: Limit[] = []
  if (method === 'GET' && /^\/tracking-plans\/[^/]+\/rules$/.test(path))
    own.push({ name: 'rules-list', points: limits.rulesListPerMinute })
  if (path === '/events/volume') own.push({ name: 'event-volume', points: limits.eventVolumePerMinute })
  if (method !== 'GET' && /^\/destinations\/[^/]+\/subscriptions/.test(path))
    own.push({ name: 'subscription-writes', points: limits.subscriptionWritesPerMinute })
  return [{ name: 'all', points: limits.perMinute }, ...own]
}

/** Counts requests per token in windows of a minute; says in headers how much is left, and 429 when nothing is. */
export const rateLimit = (sandbox: Sandbox): MiddlewareHandler => {
  const windows = new Map<string, Window>()

  const consume = (key: string): Window => {
    const now = sandbox.now()
    const known = windows.get(key)
    const window = known && now - known.startedAt < minute ? known : { startedAt: now, consumed: 0 }
    window.consumed += 1
    windows.set(key, window)
    return window
  }

  return async (c, next) => {
    const token = c.req.header('authorization') ?? ''
    const states = limitsFor(c.req.method, c.req.path, sandbox.state.settings.rateLimits).map((limit) => {
      const window = consume(`${token} ${limit.name}`)
      return { ...window, left: limit.points - window.consumed }
    })
    const tightest = states.reduce((a, b) => (b.left < a.left ? b : a))
    const msBeforeNext = tightest.startedAt + minute - sandbox.now()
    if (tightest.left < 0) throw tooManyRequests(msBeforeNext, tightest.consumed, sandbox.now())
    await next()
    c.res.headers.set('X-RateLimit-Consumed', String(tightest.consumed))
    c.res.headers.set('X-RateLimit-Remaining', String(tightest.left))
    c.res.headers.set('X-RateLimit-Reset', new Date(sandbox.now() + msBeforeNext).toString())
  }
}
