import type { IncomingMessage } from 'node:http'
import { Failed } from '@/contracts/failed'

const megabyte = 1024 * 1024

export type BodyReader = (request: IncomingMessage, limit: number) => Promise<Uint8Array>

/**
 * Reads bodies for one server, and takes no more than `most` bytes of unfinished ones at a time.
 *
 * @throws Failed `too-large` as soon as a body is announced or turns out to be larger than its limit, `rate-limited`
 *   when too much is being read already
 */
export const bodyReader = (most: number): BodyReader => {
  let held = 0
  return async (request, limit) => {
    const tooLarge = () =>
      new Failed({ code: 'too-large', detail: `A request may hold ${limit / megabyte} MB at most.` })
    if (Number(request.headers['content-length'] ?? 0) > limit) throw tooLarge()
    const chunks: Buffer[] = []
    let size = 0
    try {
      for await (const chunk of request as AsyncIterable<Buffer>) {
        size += chunk.byteLength
        held += chunk.byteLength
        if (size > limit) throw tooLarge()
        if (held > most) throw new Failed({ code: 'rate-limited', retryAfterSeconds: 1 })
        chunks.push(chunk)
      }
    } finally {
      held -= size
    }
    return chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks, size)
  }
}
