import type { Person } from '@/server/ports/person-store'
import type { Stores } from '@/server/ports/stores'
import { fail } from '../fail'

/**
 * Refuses to take the last administrator away: somebody else has to be left who can sign in and is no demo person.
 * Holds the administrators' rows until the transaction ends, so that two cannot take each other away at once.
 */
export const keepAnAdmin = async ({ people }: Stores, leaving: Person): Promise<void> => {
  if (leaving.role !== 'admin') return
  await people.countAdmins()
  const left = (await people.list()).filter(
    ({ id, role, active }) => role === 'admin' && active && id !== leaving.id,
  )
  if (leaving.active && left.every(({ demo }) => demo && !leaving.demo))
    fail({
      code: 'wrong-state',
      detail: 'This is the last administrator. Make somebody else an administrator first.',
      status: 'last-administrator',
    })
}
