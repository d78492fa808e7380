import type { Look } from '@/domain/review/decisions'
import type { Client } from '../client'

export const readLooks = async (client: Client, id: string, person: string): Promise<readonly Look[]> => {
  const rows = await client.lookedEdit.findMany({ where: { changeRequestId: id, personId: person } })
  return rows.map(({ ruleKey, editHash }) => ({ ruleKey, hash: editHash }))
}

export const addLooks = async (
  client: Client,
  { id, person, at }: { readonly id: string; readonly person: string; readonly at: string },
  looks: readonly Look[],
): Promise<void> => {
  await client.$executeRaw`
    insert into looked_edit (change_request_id, person_id, rule_key, edit_hash, looked_at)
    select ${id}, ${person}, rule_key, edit_hash, ${at}::timestamptz
    from unnest(${looks.map(({ ruleKey }) => ruleKey)}::text[], ${looks.map(({ hash }) => hash)}::text[])
      as t (rule_key, edit_hash)
    order by rule_key
    on conflict (change_request_id, person_id, rule_key)
      do update set edit_hash = excluded.edit_hash, looked_at = excluded.looked_at`
}
