import type { Me } from '@/contracts/person'
import type { Context } from '@/server/ports/context'
import { personOf } from '../authorize'
import { fail } from '../fail'

/** Who is asking. */
export const readMe = async (ctx: Context): Promise<Me> =>
  ctx.transaction(async ({ people }) => {
    const person = (await people.find(personOf(ctx.actor))) ?? fail({ code: 'not-signed-in' })
    const { id, name, email, role, demo } = person
    return { id, name, email, role, demo }
  })
