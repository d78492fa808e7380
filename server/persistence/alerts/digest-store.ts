import { z } from 'zod'
import { violationTypes } from '@/domain/plan/violation-types'
import { weekdays } from '@/domain/review/weekday'
import type { Digest, DigestMoment, DigestStore } from '@/server/ports/digest-store'
import type { Mail } from '@/server/ports/notifier'
import type { Client } from '../client'
import type { Digest as Row } from '../generated/client'
import { instant } from '../rows/instant'

export const digestStore = (client: Client): DigestStore => ({
  find: async (personId) => {
    const row = await client.digest.findUnique({ where: { personId } })
    return row && toDigest(row)
  },
  save: async ({ personId, ...set }) => {
    await client.digest.upsert({ where: { personId }, create: { personId, ...set }, update: set })
  },
  remove: async (personId) => {
    await client.digest.deleteMany({ where: { personId } })
    await client.digestLetter.deleteMany({ where: { personId } })
  },
  takeDue: async (now, limit) => {
    const due = await client.$queryRaw<{ id: string }[]>`
      select person_id as id from digest where next_at <= ${now}::timestamptz
      order by next_at, person_id limit ${limit} for update skip locked`
    const rows = await client.digest.findMany({ where: { personId: { in: due.map(({ id }) => id) } } })
    return rows.map(toDigest)
  },
  moments: async ({ from, to }) => {
    const rows = await client.$queryRaw<MomentRow[]>`
      select distinct on (kind, v.id)
        case
          when m.kind = 'seen-first' then 'new'
          when m.kind in ('regressed', 'assigned') then m.kind
          else 'resolved'
        end as kind,
        v.id as "violationId", v.rule_type, v.rule_key, v.rule_version, v.pointer, v.type,
        v.assignee_id as "assigneeId", coalesce(v.owners, '{}') as owners
      from violation_moment as m join violation as v on v.id = m.violation_id
      where m.written_at > ${from}::timestamptz and m.written_at <= ${to}::timestamptz
        and (m.kind in ('seen-first', 'regressed', 'assigned') or m.detail ->> 'to' = 'resolved')
      order by kind, v.id`
    return rows.map(({ rule_type: type, rule_key: key, rule_version: version, ...row }) => ({
      ...row,
      type: z.enum(violationTypes).parse(row.type),
      rule: { type, key, version },
    }))
  },
  addLetter: async ({ personId, mail, createdAt }) => {
    await client.digestLetter.create({ data: { id: mail.id, personId, mail: { ...mail }, createdAt } })
  },
  letter: async (id) => {
    const row = await client.digestLetter.findUnique({ where: { id } })
    // Only this store writes it, from a letter.
    return row && (row.mail as unknown as Mail)
  },
  dropLetter: async (id) => {
    await client.digestLetter.deleteMany({ where: { id } })
  },
})

type MomentRow = Omit<DigestMoment, 'rule' | 'type'> & {
  readonly type: string
  readonly rule_type: string
  readonly rule_key: string | null
  readonly rule_version: number | null
}

const toDigest = (row: Row): Digest => ({
  ...row,
  every: z.enum(['day', 'week']).parse(row.every),
  weekday: z.enum(weekdays).parse(row.weekday),
  toldAt: instant(row.toldAt),
  nextAt: instant(row.nextAt),
})
