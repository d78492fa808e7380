import { fail } from '@/server/usecases/fail'

const megabyte = 1024 * 1024

/** What REST takes in one request. */
export const bodyLimit = 10 * megabyte

/**
 * The body as bytes.
 *
 * @throws Failed `too-large` as soon as more than `limit` bytes are announced or have arrived
 */
export const readBody = async (request: Request, limit: number): Promise<Buffer> => {
  const tooLarge = () =>
    fail({ code: 'too-large', detail: `A request may hold ${limit / megabyte} MB at most.` })
  if (Number(request.headers.get('content-length') ?? 0) > limit) tooLarge()
  const chunks: Uint8Array[] = []
  let size = 0
  if (request.body) {
    // Node's streams are iterable; the browser's types, which the compiler goes by, do not say so.
    for await (const chunk of request.body as unknown as AsyncIterable<Uint8Array>) {
      size += chunk.byteLength
      if (size > limit) tooLarge()
      chunks.push(chunk)
    }
  }
  return Buffer.concat(chunks)
}
