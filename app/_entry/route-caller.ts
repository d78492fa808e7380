import { Failed } from '@/contracts/failed'
import type { Composition } from '@/server/compose'
import type { Actor, Context } from '@/server/ports/context'
import { fail } from '@/server/usecases/fail'
import { authenticateToken } from '@/server/usecases/people/authenticate-token'
import { tokenLimits } from './token-limits'

/** Who asks, and the cookies that prolong their session. */
export type Caller = { readonly actor: Actor; readonly cookies: readonly string[] }

/**
 * The token of a program, or the session of a browser. A session alone does not write: the request has to come
 * from one of our own pages.
 *
 * @throws Failed `not-signed-in`, `not-allowed` for a write that comes from elsewhere, or `rate-limited`
 */
export const routeCaller = async (
  request: Request,
  { contextFor, identity, settings }: Composition,
): Promise<Caller> => {
  const authorization = request.headers.get('authorization')
  if (authorization !== null) {
    const token = /^Bearer +(\S+)$/i.exec(authorization)?.[1] ?? fail({ code: 'not-signed-in' })
    const asking = contextFor({ kind: 'system', personId: null, name: 'REST' })
    return { actor: await tokenActor(asking, token, settings.loopback, addressOf(request)), cookies: [] }
  }
  const { who, cookies } = await identity.signedIn(request.headers, { prolong: true })
  if (!who) return fail({ code: 'not-signed-in' })
  if (!isRead(request) && !isFromOurPages(request, identity.origins))
    fail({ code: 'not-allowed', detail: 'This request does not come from a page of this installation.' })
  return { actor: { kind: 'person', ...who }, cookies }
}

const tokenActor = async (
  ctx: Context,
  token: string,
  demoAllowed: boolean,
  address: string,
): Promise<Actor> => {
  const limits = tokenLimits()
  const name = ctx.secrets.hashToken(token)
  await limits.beforeLookUp(name, address)
  try {
    const actor = await authenticateToken(ctx, { token, demoAllowed })
    await limits.used(name)
    return actor
  } catch (error) {
    if (error instanceof Failed && error.failure.code === 'not-signed-in') await limits.unknown(address)
    throw error
  }
}

// The last address is what the nearest proxy saw, or without one what Next takes from the connection.
const addressOf = ({ headers }: Request): string =>
  headers.get('x-forwarded-for')?.split(',').at(-1)?.trim() ?? ''

const isRead = ({ method }: Request) => method === 'GET' || method === 'HEAD'

// Browsers send Origin with every write; one without it comes from no page.
const isFromOurPages = (request: Request, origins: readonly string[]) =>
  origins.includes(request.headers.get('origin') ?? '')
