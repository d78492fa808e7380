import { isRuleType, ruleKey } from '@/domain/plan/rule-id'
import type { StoredEdit } from '@/server/ports/change-request-store'
import type { Client } from '../client'

/** The edits of a request in the order they were given; with a `ruleKey`, the one of that rule. */
export const readEdits = async (
  client: Client,
  changeRequestId: string,
  ruleKey?: string,
): Promise<readonly StoredEdit[]> => {
  const rows = await client.changeRequestEdit.findMany({
    where: { changeRequestId, ...(ruleKey === undefined ? {} : { ruleKey }) },
    orderBy: { position: 'asc' },
  })
  return rows.map((row): StoredEdit => {
    const { type, key, version, newKey, beforeText, afterText, authorId, writers } = row
    if (!isRuleType(type)) throw new Error(`A stored edit has the unknown type ${type}.`)
    const renamed = newKey === null ? {} : { newKey }
    const { mergedBaseText: base, mergedOursText: ours } = row
    const merged = base === null || ours === null ? {} : { mergedFrom: { base, ours } }
    return {
      type,
      key,
      version,
      ...renamed,
      before: beforeText,
      after: afterText,
      by: authorId,
      writers,
      ...merged,
    }
  })
}

/** Replaces all edits of a request, keeping the order given. */
export const replaceEdits = async (
  client: Client,
  changeRequestId: string,
  edits: readonly StoredEdit[],
): Promise<void> => {
  await client.changeRequestEdit.deleteMany({ where: { changeRequestId } })
  await client.$executeRaw`
    insert into change_request_edit (change_request_id, rule_key, type, key, version, new_key, before_text, after_text,
      merged_base_text, merged_ours_text, author_id, writers, position)
    select ${changeRequestId}, rule_key, type, key, version, new_key, before_text, after_text, merged_base_text,
      merged_ours_text, author_id, array(select jsonb_array_elements_text(writers::jsonb)), position
    from unnest(
      ${edits.map(ruleKey)}::text[],
      ${edits.map(({ type }) => type)}::text[],
      ${edits.map(({ key }) => key)}::text[],
      ${edits.map(({ version }) => version)}::int[],
      ${edits.map(({ newKey }) => newKey ?? null)}::text[],
      ${edits.map(({ before }) => before)}::text[],
      ${edits.map(({ after }) => after)}::text[],
      ${edits.map(({ mergedFrom }) => mergedFrom?.base ?? null)}::text[],
      ${edits.map(({ mergedFrom }) => mergedFrom?.ours ?? null)}::text[],
      ${edits.map(({ by }) => by)}::text[],
      ${edits.map(({ writers }) => JSON.stringify(writers))}::text[]
    ) with ordinality
      as t (rule_key, type, key, version, new_key, before_text, after_text, merged_base_text, merged_ours_text,
        author_id, writers, position)`
}

/** How many edits each of the requests has. */
export const editCounts = async (
  client: Client,
  ids: readonly string[],
): Promise<Readonly<Record<string, number>>> => {
  const counted = await client.changeRequestEdit.groupBy({
    by: 'changeRequestId',
    where: { changeRequestId: { in: [...ids] } },
    _count: true,
  })
  const counts = new Map(counted.map(({ changeRequestId, _count }) => [changeRequestId, _count]))
  return Object.fromEntries(ids.map((id) => [id, counts.get(id) ?? 0]))
}
