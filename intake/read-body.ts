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
    return new Promise((done, failed) => {
      const chunks: Buffer[] = []
      let size = 0
      const refuse = (error: Error) => {
        held -= size
        size = 0
        request.off('data', onData)
        failed(error)
      }
      const onData = (chunk: Buffer) => {
        size += chunk.byteLength
        held += chunk.byteLength
        chunks.push(chunk)
        if (size > limit) refuse(tooLarge())
        else if (held > most) refuse(new Failed({ code: 'rate-limited', retryAfterSeconds: 1 }))
      }
      // Listened to rather than iterated, which costs several times as much for a body of one chunk.
      request.on('data', onData)
      request.once('end', () => {
        held -= size
        size = 0
        done(chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks))
      })
      // Whoever sent it is gone: nothing of ours failed.
      request.once('error', () => refuse(new Failed({ code: 'malformed', detail: 'The body broke off.' })))
    })
  }
}
