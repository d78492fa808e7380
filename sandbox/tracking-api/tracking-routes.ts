import { type Context, Hono } from 'hono'
import { cors } from 'hono/cors'
import { type CallType, callTypes } from '@/sandbox/tracking-api/message'
import { readCalls } from '@/sandbox/tracking-api/read-calls'
import { receive } from '@/sandbox/tracking-api/receive'
import { makeSeenMessages } from '@/sandbox/tracking-api/seen-messages'
import { sourceSettings } from '@/sandbox/tracking-api/source-settings'
import type { Sandbox } from '@/sandbox/world/sandbox'

const keyInHeader = (header: string | undefined): string | null => {
  const encoded = /^Basic\s+(.+)$/i.exec(header ?? '')?.[1]
  return encoded ? (Buffer.from(encoded, 'base64').toString().split(':')[0] ?? null) : null
}

const paths: [string, CallType | 'batch'][] = [...callTypes, 'batch' as const].flatMap((type) => [
  [`/v1/${type}`, type],
  [`/v1/${type[0]}`, type],
])

/** Segment's Tracking API and the public settings document that Analytics.js loads. */
export const trackingRoutes = (sandbox: Sandbox) => {
  const seen = makeSeenMessages()
  const sourceOf = (writeKey: string | null) =>
    sandbox.state.sources.find(({ writeKeys }) => writeKey !== null && writeKeys.includes(writeKey))

  const take = async (c: Context, type: CallType | 'batch') => {
    const calls = readCalls(type, await c.req.text())
    if (!calls) return c.json({ success: false, message: 'malformed or oversize payload' }, 400)
    const source = sourceOf(keyInHeader(c.req.header('authorization')) ?? calls.writeKey)
    // An unknown write key is answered with success too: the data silently vanishes, as with Segment.
    for (const message of source ? calls.messages : [])
      if (source && seen.isNew(source.id, message.messageId)) receive(sandbox, source, message)
    return c.json({ success: true })
  }

  const routes = new Hono().use('/v1/*', cors())
  for (const [path, type] of paths) routes.post(path, (c) => take(c, type))
  return routes.get('/v1/projects/:writeKey/settings', (c) => {
    const source = sourceOf(c.req.param('writeKey'))
    return source ? c.json(sourceSettings(sandbox, source)) : c.json({ message: 'not found' }, 404)
  })
}
