import { betterAuth } from 'better-auth'
import { prismaAdapter } from 'better-auth/adapters/prisma'
import { APIError, createAuthMiddleware } from 'better-auth/api'
import { z } from 'zod'
import { RoleName } from '@/contracts/person'
import { installationChain } from '@/domain/audit/chain'
import type { Role } from '@/domain/review/role'
import { log } from '@/server/log/log'
import type { Context } from '@/server/ports/context'
import { clearAttempts, countAttempt } from './limit-attempts'
import { trustedOrigins } from './trusted-origins'

/** Who is signed in, as the session says now: a changed role counts from the next request on. */
export type SignedIn = {
  readonly personId: string
  readonly sessionId: string
  readonly name: string
  readonly role: Role
  readonly demo: boolean
}

export type Identity = {
  /** Answers `/api/auth/*`: sign in, sign out, who am I, change of password. Everything else of the library is closed. */
  readonly handler: (request: Request) => Promise<Response>
  /**
   * The person behind a session cookie. With `prolong` a session that is more than a day old is prolonged, and the
   * cookies that say so have to reach the browser; a page cannot set any.
   */
  readonly signedIn: (
    headers: Headers,
    options?: { readonly prolong: boolean },
  ) => Promise<{ readonly who: SignedIn | null; readonly cookies: readonly string[] }>
  /** Where a browser may send writes from. */
  readonly origins: readonly string[]
}

export type IdentityNeeds = {
  /** The database client that the auth library writes its own tables with. */
  readonly prisma: object
  readonly transaction: Context['transaction']
  readonly now: () => string
  readonly newId: () => string
  /** Signs session cookies. */
  readonly secret: string
  readonly appUrl: string
  /** Whether only this machine reaches the installation: demo people may sign in then, and only then. */
  readonly loopback: boolean
  readonly port: number
}

const day = 24 * 60 * 60

// The library warns of every wrong password.
const quieter = { error: 'error', warn: 'debug', success: 'debug', info: 'debug', debug: 'trace' } as const

const signInPath = '/sign-in/email'
const openPaths = [signInPath, '/sign-out', '/get-session', '/change-password']

// The library hands back what the columns hold.
const SessionAnswer = z.object({
  response: z
    .object({
      session: z.object({ id: z.string() }),
      user: z.object({
        id: z.string(),
        name: z.string(),
        role: RoleName,
        demo: z.boolean(),
        removedAt: z.date().nullish(),
      }),
    })
    .nullable(),
  headers: z.instanceof(Headers).nullish(),
})

/** Sign-in by email and password with sessions in the database. The library is built at its first use. */
export const openIdentity = (needs: IdentityNeeds): Identity => {
  let built: ReturnType<typeof makeAuth> | undefined
  const auth = () => {
    built ??= makeAuth(needs)
    return built
  }
  return {
    origins: trustedOrigins(needs),
    handler: async (request) => {
      const path = new URL(request.url).pathname.replace(/^\/api\/auth/, '')
      if (!openPaths.includes(path)) return new Response(null, { status: 404 })
      return auth().handler(request)
    },
    signedIn: async (headers, { prolong } = { prolong: false }) => {
      // Without a cookie there is nothing to look up.
      if (!headers.has('cookie')) return { who: null, cookies: [] }
      const answer = SessionAnswer.parse(
        await auth().api.getSession({ headers, returnHeaders: true, query: { disableRefresh: !prolong } }),
      )
      const cookies = answer.headers?.getSetCookie() ?? []
      if (!answer.response) return { who: null, cookies }
      const { session, user } = answer.response
      if (user.removedAt || (user.demo && !needs.loopback)) return { who: null, cookies }
      const { id: personId, name, role, demo } = user
      return { who: { personId, sessionId: session.id, name, role, demo }, cookies }
    },
  }
}

const addressIn = (body: unknown): string | null =>
  z.object({ email: z.string() }).safeParse(body).data?.email ?? null

/** What the library changes by itself stands in the audit chain too. */
const recorder =
  ({ transaction, now }: IdentityNeeds) =>
  (personId: string, action: 'signed-in' | 'password-changed') =>
    transaction(async (stores) => {
      const person = await stores.people.find(personId)
      if (!person) return
      await stores.audit.append({
        chain: installationChain,
        actor: { kind: 'person', personId, name: person.name, role: person.role },
        at: now(),
        action,
        subject: `person:${personId}`,
      })
    })

const makeAuth = (needs: IdentityNeeds) => {
  const { prisma, newId, secret, appUrl, loopback } = needs
  const record = recorder(needs)
  return betterAuth({
    appName: 'Plumbline',
    baseURL: appUrl,
    basePath: '/api/auth',
    secret,
    trustedOrigins: [...trustedOrigins(needs)],
    telemetry: { enabled: false },
    logger: { log: (level, message) => log[quieter[level]]({ part: 'sign-in' }, message) },
    database: prismaAdapter(prisma, { provider: 'postgresql' }),
    emailAndPassword: { enabled: true, disableSignUp: true, minPasswordLength: 12, maxPasswordLength: 200 },
    session: { expiresIn: 30 * day, updateAge: day },
    user: {
      additionalFields: {
        role: { type: 'string', input: false },
        demo: { type: 'boolean', input: false },
        removedAt: { type: 'date', input: false, required: false, returned: true },
      },
    },
    rateLimit: {
      enabled: true,
      storage: 'database',
      // The longest window also says how long counts are kept, those of `countAttempt` included.
      window: 300,
      max: 1_500,
      customRules: { [signInPath]: { window: 60, max: 20 } },
    },
    advanced: {
      useSecureCookies: appUrl.startsWith('https:'),
      cookiePrefix: 'plumbline',
      database: { generateId: newId },
    },
    databaseHooks: {
      session: {
        create: {
          before: async ({ userId }, endpoint) => {
            const user = await endpoint?.context.internalAdapter.findUserById(userId)
            const { removedAt, demo } = z
              .object({ removedAt: z.date().nullish(), demo: z.boolean().nullish() })
              .parse(user ?? {})
            // The same words as for a wrong password: whether an address is known is nobody's business.
            if (removedAt || (demo && !loopback))
              throw new APIError('UNAUTHORIZED', {
                code: 'INVALID_EMAIL_OR_PASSWORD',
                message: 'Invalid email or password',
              })
          },
          after: async ({ userId }) => record(userId, 'signed-in'),
        },
      },
    },
    hooks: {
      before: createAuthMiddleware(async ({ path, body, context }) => {
        const email = path === signInPath && addressIn(body)
        if (email) await countAttempt(context.adapter, email)
      }),
      after: createAuthMiddleware(async ({ path, body, context }) => {
        const email = path === signInPath && addressIn(body)
        if (email && context.newSession) await clearAttempts(context.adapter, email)
        const person = context.session?.user.id
        if (path === '/change-password' && person && !(context.returned instanceof APIError))
          await record(person, 'password-changed')
      }),
    },
  })
}
