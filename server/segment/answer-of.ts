import type { IncomingMessage } from 'node:http'
import { z } from 'zod'
import type { SegmentAnswer } from '@/server/ports/segment-gateway'
import { problemOfStatus } from './problem-of-status'

/** What every method of the SDK gives back, as far as it is looked at here. */
export type SegmentCall = Promise<{ readonly response: IncomingMessage }>

/**
 * The JSON text of a Segment answer, or the problem. Nothing that a call to Segment does wrong is
 * thrown; what is thrown is a mistake of ours.
 *
 * The SDK rejects with an object named `HttpError` for a status other than 2xx and with a Node error that carries a
 * `code` when there was no answer.
 */
export const answerOf = async (call: SegmentCall, now: number): Promise<SegmentAnswer<string>> => {
  try {
    return readAnswer((await call).response)
  } catch (error) {
    const refused = HttpError.safeParse(error)
    if (refused.success) {
      const { statusCode: status, headers, body } = refused.data.response
      return { ok: false, problem: problemOfStatus({ status, headers, body: textOf(body) }, now) }
    }
    const code = NodeError.safeParse(error).data?.code
    if (code === undefined) throw error
    return { ok: false, problem: { kind: 'unavailable', message: networkWords[code] ?? `${code}.` } }
  }
}

const readAnswer = (response: IncomingMessage): SegmentAnswer<string> => {
  if (!response.complete)
    return { ok: false, problem: { kind: 'unavailable', message: 'The connection was cut in mid-answer.' } }
  const text = textOf('body' in response ? response.body : '')
  if (isJson(text)) return { ok: true, value: text }
  // A gateway's own page, or half of an answer: the next one may be whole. A write may have been done all the same.
  const message = "The answer was not JSON; something else than Segment's Public API may answer there."
  return { ok: false, problem: { kind: 'unavailable', message } }
}

const textOf = (body: unknown): string => (typeof body === 'string' ? body : '')

const isJson = (text: string): boolean => {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

const HttpError = z.object({
  name: z.literal('HttpError'),
  response: z.object({
    statusCode: z.number(),
    headers: z.record(z.string(), z.union([z.string(), z.array(z.string())])),
    body: z.unknown(),
  }),
})

const NodeError = z.object({ code: z.string().regex(/^E[A-Z_]+$|^[A-Z_]*CERT[A-Z_]*$/) })

const networkWords: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'Nothing answers at this address.',
  ENOTFOUND: 'There is no host of this name.',
  EAI_AGAIN: 'The name of the host could not be looked up.',
  ECONNRESET: 'The connection was cut.',
  EPIPE: 'The connection was cut.',
  ETIMEDOUT: 'There was no answer in time.',
  ESOCKETTIMEDOUT: 'There was no answer in time.',
  EHOSTUNREACH: 'The host cannot be reached.',
  ENETUNREACH: 'The network cannot be reached.',
}
