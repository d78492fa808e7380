import { randomBytes } from 'node:crypto'
import type { Role } from '@/domain/review/role'
import { compose } from '@/server/compose'
import type { Actor, Context } from '@/server/ports/context'
import { readRunningSettings } from '@/server/settings/running-settings'
import { createTestDatabase } from './database'

export type TestContext = {
  /** What a use case is given when the first person of this test asks. */
  readonly ctx: Context
  readonly databaseUrl: string
  /** Somebody else, or the same person as the role is now. */
  readonly as: (role: Role, name?: string) => Promise<Context>
  /** The same world with another actor: a job, the system, a token. */
  readonly asActor: (actor: Actor) => Context
  /** Moves the clock; it stands still otherwise. */
  readonly setNow: (at: string) => void
  readonly drop: () => Promise<void>
}

/**
 * A world of its own for one test or file: the real adapters on an empty, migrated database, with a clock that
 * stands still and one person of the role given. `segment` takes the place of the real gateway where a test wants
 * no HTTP; otherwise point a connection at the sandbox.
 */
export const testContext = async ({
  role = 'admin',
  now = '2026-01-05T09:00:00.000Z',
  segment,
  notifier,
}: {
  readonly role?: Role
  readonly now?: string
  readonly segment?: Context['segment']
  /** Takes the place of the real one, which has no mail server here and posts to no private address. */
  readonly notifier?: Context['notifier']
} = {}): Promise<TestContext> => {
  const database = await createTestDatabase()
  const composition = compose(
    readRunningSettings({
      DATABASE_URL: database.url,
      SECRET_KEY: randomBytes(32).toString('base64'),
      APP_URL: 'http://localhost:3000',
      LOG_LEVEL: 'silent',
    }),
    // A busy machine may take its time; what is too slow is asked where limits are tested.
    { comparisonMs: 30_000 },
  )
  let instant = now
  const asActor = (actor: Actor): Context => {
    const ctx = composition.contextFor(actor)
    return { ...ctx, now: () => instant, segment: segment ?? ctx.segment, notifier: notifier ?? ctx.notifier }
  }
  const as = async (personRole: Role, name = `Test ${personRole}`): Promise<Context> => {
    const { newId, transaction } = asActor({ kind: 'system', personId: null, name: 'Test' })
    const personId = newId()
    await transaction((stores) =>
      stores.people.add({
        id: personId,
        name,
        email: `${personId.toLowerCase()}@example.com`,
        role: personRole,
        demo: false,
      }),
    )
    return asActor({ kind: 'person', personId, name, role: personRole })
  }
  return {
    ctx: await as(role),
    databaseUrl: database.url,
    as,
    asActor,
    setNow: (at) => {
      instant = at
    },
    drop: async () => {
      await composition.close()
      await database.drop()
    },
  }
}
