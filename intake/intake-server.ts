import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { log } from '@/server/log/log'
import type { Collector } from '@/server/usecases/collector/collector'
import type { Webhook } from '@/server/usecases/violations/webhook'
import { type BodyReader, bodyReader } from './read-body'

export type Intake = {
  readonly webhook: Webhook
  readonly collector: Collector
  /** Whether the database can be reached. */
  readonly isHealthy: () => Promise<boolean>
}

type Answer = {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: string | null
}

/** What all bodies that are still coming in may take together. */
const readingBytes = 64 * 1024 * 1024

/** The webhooks and the collector of the product, and nothing else of it, on a small HTTP server. */
export const intakeServer = (intake: Intake): Server => {
  const read = bodyReader(readingBytes)
  return createServer({ requestTimeout: 30_000 }, (request, response) => {
    answerOf(intake, request, read).then(
      (answer) => send(request, response, answer),
      (error: unknown) => {
        log.error({ err: error, part: 'intake' }, 'Unexpected error')
        send(request, response, plain(500, 'unexpected'))
      },
    )
  })
}

const answerOf = async (intake: Intake, request: IncomingMessage, read: BodyReader): Promise<Answer> => {
  const { method = 'GET', headers } = request
  const path = pathOf(request.url)
  if (path === null) return plain(400, 'malformed')
  const body = (limit: number) => read(request, limit)
  if (path[0] === 'v1')
    return intake.collector.answer({
      method,
      path: path.slice(1),
      authorization: headers.authorization ?? null,
      contentEncoding: headers['content-encoding'] ?? null,
      body,
    })
  const [api, part, segment, endpointId, ...more] = path
  if (api === 'api' && part === 'webhooks' && segment === 'segment' && endpointId && more.length === 0) {
    if (method !== 'POST') return plain(405, 'malformed', { Allow: 'POST' })
    const signature = headers['x-signature']
    return intake.webhook.answer({
      endpointId,
      signature: typeof signature === 'string' ? signature : null,
      body,
    })
  }
  if (api === 'api' && part === 'health' && path.length === 2) return health(intake)
  return plain(404, 'not-found')
}

const health = async ({ isHealthy }: Intake): Promise<Answer> => {
  const isUp = await isHealthy().catch(() => false)
  const document = { status: isUp ? 'ok' : 'down', database: isUp ? 'ok' : 'down' }
  return { status: isUp ? 200 : 503, headers: json, body: JSON.stringify(document) }
}

/** The parts of a path, decoded; null when it is none. */
const pathOf = (url = '/'): readonly string[] | null => {
  const [path = ''] = url.split('?')
  try {
    return path.split('/').slice(1).map(decodeURIComponent)
  } catch {
    return null
  }
}

const json = { 'Content-Type': 'application/json', 'Cache-Control': 'no-store' }

const plain = (status: number, code: string, headers: Readonly<Record<string, string>> = {}): Answer => ({
  status,
  headers: { ...json, 'Content-Type': 'application/problem+json', ...headers },
  body: JSON.stringify({ type: `urn:plumbline:problem:${code}`, status, code }),
})

const send = (request: IncomingMessage, response: ServerResponse, { status, headers, body }: Answer) => {
  // Refused before it was read: the rest of it is not worth waiting for.
  const unread = request.readableEnded ? {} : { Connection: 'close' }
  response.writeHead(status, { ...headers, ...unread, 'Content-Length': Buffer.byteLength(body ?? '') })
  response.end(body ?? '')
}
