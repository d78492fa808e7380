import type { Context } from 'hono'
import { badRequest, SegmentError } from '@/sandbox/public-api/segment-error'
import { isObject, type JsonObject } from '@/sandbox/world/json'

const largestBody = 5 * 1024 * 1024

/** The JSON object that was sent; an absent body reads as an empty object. 413 above `largest` bytes. */
export const readBody = async (c: Context, largest = largestBody): Promise<JsonObject> => {
  const text = await c.req.text()
  if (Buffer.byteLength(text) > largest)
    throw new SegmentError(413, 'payload-too-large', 'request entity too large')
  if (text === '') return {}
  try {
    const body: unknown = JSON.parse(text)
    if (isObject(body)) return body
  } catch {
    // Falls through to the same refusal as any other body that is not an object.
  }
  throw badRequest('Request body is not valid JSON')
}
