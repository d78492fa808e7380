import type { PresenceStore, PresentPerson } from '@/server/ports/presence-store'
import type { Client } from '../client'

export const presenceStore = (client: Client): PresenceStore => ({
  beat: async ({ requestId, personId, tab }, ruleKey, at) => {
    await client.$executeRaw`
      insert into presence (change_request_id, person_id, tab, rule_key, seen_at)
      values (${requestId}, ${personId}, ${tab}, ${ruleKey}, ${at}::timestamptz)
      on conflict (change_request_id, person_id, tab)
        do update set rule_key = excluded.rule_key, seen_at = excluded.seen_at`
  },
  leave: async ({ requestId, personId, tab }) => {
    await client.presence.deleteMany({ where: { changeRequestId: requestId, personId, tab } })
  },
  since: (requestId, at) => client.$queryRaw<PresentPerson[]>`
    select "user".id, "user".name, array_remove(array_agg(distinct p.rule_key), null) as "ruleKeys"
    from presence as p join "user" on "user".id = p.person_id
    where p.change_request_id = ${requestId} and p.seen_at >= ${at}::timestamptz
    group by "user".id, "user".name
    order by "user".name, "user".id`,
  prune: async (before) => {
    await client.presence.deleteMany({ where: { seenAt: { lt: new Date(before) } } })
  },
})
