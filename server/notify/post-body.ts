import { lookup } from 'node:dns'
import { type IncomingMessage, request as plain, type RequestOptions } from 'node:http'
import { request as secure } from 'node:https'
import type { Sent } from '@/server/ports/notifier'
import { lookupPublic, PrivateAddress, refusalOfNumber } from './public-address'

export type PostNeeds = {
  /** Whether addresses of this machine and of networks of its own may be posted to. */
  readonly allowPrivate: boolean
  readonly timeoutMs: number
}

/** Enough to say what went wrong. */
const readBytes = 2_000

/**
 * Posts to an address that somebody typed. Redirects are not followed, and the name is looked up once: the address
 * that is checked is the one that is connected to, so a name cannot first pass the check and then lead elsewhere.
 */
export const postBody = (
  address: string,
  { headers, body }: { readonly headers: Readonly<Record<string, string>>; readonly body: string },
  needs: PostNeeds,
): Promise<Sent> =>
  new Promise((resolve) => {
    const url = new URL(address)
    if (url.protocol !== 'http:' && url.protocol !== 'https:')
      return resolve(refused('Only http and https are posted to.'))
    const refusal = needs.allowPrivate ? null : refusalOfNumber(url)
    if (refusal !== null) return resolve(refused(refusal))
    const signal = AbortSignal.timeout(needs.timeoutMs)
    const options: RequestOptions = {
      method: 'POST',
      headers: { ...headers, 'content-length': String(Buffer.byteLength(body)), 'user-agent': 'Plumbline' },
      signal,
      lookup: needs.allowPrivate ? lookup : lookupPublic,
      // A connection of its own each time: posts are rare, and a kept one may have been closed meanwhile.
      agent: false,
    }
    const request = (url.protocol === 'https:' ? secure : plain)(url, options, (answer) => {
      readStart(answer).then(
        (text) => resolve(sentBy(answer, text)),
        (error: unknown) => resolve(failed(error, signal)),
      )
    })
    request.on('error', (error) => resolve(failed(error, signal)))
    request.end(body)
  })

const readStart = async (answer: IncomingMessage): Promise<string> => {
  const parts: Buffer[] = []
  let length = 0
  for await (const part of answer as AsyncIterable<Buffer>) {
    parts.push(part)
    length += part.length
    if (length >= readBytes) break
  }
  answer.destroy()
  return Buffer.concat(parts).toString('utf8').slice(0, readBytes)
}

const sentBy = ({ statusCode = 0, headers }: IncomingMessage, text: string): Sent => {
  const line = (text.split('\n').find((each) => each.trim() !== '') ?? '').trim().slice(0, 200)
  const said = line === '' ? `answered ${statusCode}` : `answered ${statusCode}: ${line}`
  if (statusCode >= 200 && statusCode < 300) return { sent: true, said }
  if (statusCode >= 300 && statusCode < 400)
    return { sent: false, said: `${said}; redirects are not followed`, again: true }
  const afterMs = retryAfterMs(headers['retry-after'])
  // 410 says that nobody will ever listen there again.
  return { sent: false, said, again: statusCode !== 410, ...(afterMs === null ? {} : { afterMs }) }
}

const longestWaitMs = 60 * 60_000

const retryAfterMs = (text: string | undefined): number | null =>
  text !== undefined && /^\d{1,6}$/.test(text) ? Math.min(Number(text) * 1_000, longestWaitMs) : null

const failed = (error: unknown, signal: AbortSignal): Sent => {
  if (error instanceof PrivateAddress) return refused(error.message)
  if (signal.aborted) return { sent: false, said: 'did not answer in time', again: true }
  return { sent: false, said: error instanceof Error ? error.message : 'could not be reached', again: true }
}

const refused = (said: string): Sent => ({ sent: false, said, again: false })
