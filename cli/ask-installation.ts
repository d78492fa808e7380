import { CannotRun } from './command'
import { whyNot } from './why-not'

/** The walk over a long chain takes its time. */
const timeoutMs = 300_000

type Asked = {
  readonly url: string
  readonly token: string
  /** Below `/api/v1`. */
  readonly path: string
  readonly query: Readonly<Record<string, string>>
  /** Sent as it is, by POST. */
  readonly body?: string
}

/** What an installation answers over REST; throws `CannotRun` with its own words where it says no. */
export const askInstallation = async ({ url, token, path, query, body: sent }: Asked): Promise<unknown> => {
  const address = addressOf(url, path)
  for (const [name, value] of Object.entries(query)) address.searchParams.set(name, value)
  const answer = await fetch(address, {
    ...(sent === undefined ? {} : { method: 'POST', body: sent }),
    headers: { authorization: `Bearer ${token}`, accept: 'application/json' },
    // A token is for the address that was given, and for no other that it may point to.
    redirect: 'manual',
    signal: AbortSignal.timeout(timeoutMs),
  }).catch((error: Error) => {
    throw new CannotRun(`${address.origin} cannot be reached: ${reasonOf(error)}.`)
  })
  const body = await answer.json().catch(() => null)
  if (answer.ok) return body
  const detail = typeof body?.detail === 'string' ? body.detail : `It answered with status ${answer.status}.`
  throw new CannotRun(`${address.origin} says no: ${detail}`)
}

const addressOf = (url: string, path: string): URL => {
  const text = `${url.replace(/\/+$/, '')}/api/v1${path}`
  const address = URL.canParse(text) ? new URL(text) : null
  if (address === null || !/^https?:$/.test(address.protocol))
    throw new CannotRun(`--url is an address such as https://plumbline.example.com, not "${url}".`)
  return address
}

const reasonOf = (error: Error): string =>
  error.name === 'TimeoutError'
    ? `no answer within ${timeoutMs / 60_000} minutes`
    : whyNot(error.cause instanceof Error ? error.cause : error)
