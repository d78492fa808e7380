import type { Composition } from '@/server/compose'
import type { Actor } from '@/server/ports/context'
import { fail } from '@/server/usecases/fail'
import { authenticateToken } from '@/server/usecases/people/authenticate-token'

/** Who asks, and the cookies that prolong their session. */
export type Caller = { readonly actor: Actor; readonly cookies: readonly string[] }

/**
 * The token of a program, or the session of a browser. A session alone does not write: the request has to come
 * from one of our own pages.
 *
 * @throws Failed `not-signed-in`, or `not-allowed` for a write that comes from elsewhere
 */
export const routeCaller = async (
  request: Request,
  { contextFor, identity, settings }: Composition,
): Promise<Caller> => {
  const authorization = request.headers.get('authorization')
  if (authorization !== null) {
    const token = /^Bearer +(\S+)$/i.exec(authorization)?.[1] ?? fail({ code: 'not-signed-in' })
    const asking = contextFor({ kind: 'system', personId: null, name: 'REST' })
    return { actor: await authenticateToken(asking, { token, demoAllowed: settings.loopback }), cookies: [] }
  }
  const { who, cookies } = await identity.signedIn(request.headers, { prolong: true })
  if (!who) return fail({ code: 'not-signed-in' })
  if (!isRead(request) && !isFromOurPages(request, identity.origins))
    fail({ code: 'not-allowed', detail: 'This request does not come from a page of this installation.' })
  const { personId, sessionId, name, role } = who
  return { actor: { kind: 'person', personId, sessionId, name, role }, cookies }
}

const isRead = ({ method }: Request) => method === 'GET' || method === 'HEAD'

// Browsers send Origin with every write; one without it comes from no page.
const isFromOurPages = (request: Request, origins: readonly string[]) =>
  origins.includes(request.headers.get('origin') ?? '')
