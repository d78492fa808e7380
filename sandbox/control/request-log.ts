import type { MiddlewareHandler } from 'hono'
import { readQuery } from '@/sandbox/public-api/query'
import type { Json } from '@/sandbox/world/json'

export type LoggedRequest = {
  at: string
  method: string
  path: string
  query: Json
  body: Json
  /** null: no answer went out, the connection was cut. */
  status: number | null
  ms: number
}

export type RequestLog = {
  record: MiddlewareHandler
  list: () => LoggedRequest[]
  clear: () => void
}

const largestBodyKept = 512 * 1024
const kept = { publicApi: 5_000, tracking: 500 }

const decoded = (text: string): Json => {
  if (text.length > largestBodyKept) return { tooLargeToKeep: text.length }
  try {
    return text === '' ? null : JSON.parse(text)
  } catch {
    return text
  }
}

/** Remembers what was asked, oldest forgotten first. The Tracking API has a ring of its own: traffic must not push out the rest. */
export const makeRequestLog = (now: () => number): RequestLog => {
  const publicApi: LoggedRequest[] = []
  const tracking: LoggedRequest[] = []

  return {
    record: async (c, next) => {
      const startedAt = now()
      const [ring, size] = c.req.path.startsWith('/v1/')
        ? [tracking, kept.tracking]
        : [publicApi, kept.publicApi]
      const text = await c.req.text()
      const entry: LoggedRequest = {
        at: new Date(startedAt).toISOString(),
        method: c.req.method,
        path: c.req.path,
        query: readQuery(c.req.url),
        body: decoded(text),
        status: null,
        ms: 0,
      }
      ring.push(entry)
      ring.splice(0, ring.length - size)
      await next()
      entry.ms = now() - startedAt
      entry.status = c.res.headers.has('x-hono-already-sent') ? null : c.res.status
    },
    list: () => [...publicApi, ...tracking].toSorted((a, b) => a.at.localeCompare(b.at)),
    clear: () => {
      publicApi.length = 0
      tracking.length = 0
    },
  }
}
