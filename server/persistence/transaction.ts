import { setTimeout as wait } from 'node:timers/promises'
import type { Context } from '@/server/ports/context'
import type { Database } from './database'
import { isConcurrencyError } from './is-concurrency-error'
import { openStores, type StoreNeeds } from './open-stores'

const attempts = 6

/**
 * Runs work with all stores in one read-committed transaction. What the database gave up because of other writers
 * (deadlock, serialisation failure) is tried again, up to six times in all with a short random pause.
 */
export const makeTransaction =
  (database: Pick<Database, 'prisma'>, needs: StoreNeeds): Context['transaction'] =>
  async (work) => {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await database.prisma.$transaction((client) => work(openStores(client, needs)), {
          maxWait: 30_000,
          // A plan of 10,000 rules is written in one transaction.
          timeout: 60_000,
        })
      } catch (error) {
        if (attempt === attempts || !isConcurrencyError(error)) throw error
        await wait(Math.random() * 20 * 2 ** attempt)
      }
    }
  }
