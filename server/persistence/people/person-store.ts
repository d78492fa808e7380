import { z } from 'zod'
import { roles } from '@/domain/review/role'
import type { Person, PersonStore } from '@/server/ports/person-store'
import type { Client } from '../client'
import { Prisma } from '../generated/client'
import { instant, instantOrNull } from '../rows/instant'
import { storableText } from '../rows/storable-text'

export const personStore = (client: Client): PersonStore => ({
  list: async () => (await read(client, Prisma.sql`true`)).map(toPerson),
  find: async (id) => first(await read(client, Prisma.sql`person.id = ${id}`)),
  findByEmail: async (email) => first(await read(client, Prisma.sql`person.email = ${email.toLowerCase()}`)),
  add: async (person) => {
    await client.user.create({
      data: { ...person, name: storableText(person.name), email: storableText(person.email.toLowerCase()) },
    })
  },
  change: async (id, change) => {
    await client.user.update({
      where: { id },
      data: {
        ...(change.name === undefined ? {} : { name: storableText(change.name) }),
        ...(change.role === undefined ? {} : { role: change.role }),
        updatedAt: new Date(),
      },
    })
  },
  remove: async (id, at) => {
    // The row stays, since reviews and requests name it; the address has to be free for somebody else.
    await client.user.updateMany({
      where: { id, removedAt: null },
      data: { removedAt: new Date(at), email: `removed-${id}@invalid`, updatedAt: new Date(at) },
    })
    await client.session.deleteMany({ where: { userId: id } })
    await client.account.deleteMany({ where: { userId: id } })
    await client.invite.deleteMany({ where: { personId: id } })
    await client.apiToken.updateMany({
      where: { personId: id, revokedAt: null },
      data: { revokedAt: new Date(at) },
    })
  },
  countAdmins: async () => {
    // Locked, so that two admins who remove each other at once are asked one after the other.
    const admins = await client.$queryRaw<unknown[]>`
      select id from "user" where role = 'admin' and removed_at is null order by id for no key update`
    return admins.length
  },
})

type Row = {
  readonly id: string
  readonly name: string
  readonly email: string
  readonly role: string
  readonly demo: boolean
  readonly active: boolean
  readonly createdAt: Date
  readonly lastSeenAt: Date | null
}

const read = (client: Client, condition: Prisma.Sql) =>
  client.$queryRaw<Row[]>`
    select person.id, person.name, person.email, person.role, person.demo, person.created_at as "createdAt",
      exists (
        select 1 from account where account.user_id = person.id and account.password is not null
      ) as active,
      greatest(
        (select max(session.updated_at) from session where session.user_id = person.id),
        (select max(api_token.last_used_at) from api_token where api_token.person_id = person.id)
      ) as "lastSeenAt"
    from "user" as person
    where person.removed_at is null and ${condition}
    order by person.name, person.id`

const first = ([row]: readonly Row[]): Person | null => (row ? toPerson(row) : null)

const toPerson = (row: Row): Person => ({
  id: row.id,
  name: row.name,
  email: row.email,
  role: RoleName.parse(row.role),
  demo: row.demo,
  active: row.active,
  createdAt: instant(row.createdAt),
  lastSeenAt: instantOrNull(row.lastSeenAt),
})

const RoleName = z.enum(roles)
