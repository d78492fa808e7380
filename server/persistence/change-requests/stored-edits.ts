import { isRuleType, ruleKey } from '@/domain/plan/rule-id'
import type { EditMark } from '@/domain/review/change-request'
import { editFingerprint, markOf, withKnownFingerprint } from '@/domain/review/edit-fingerprint'
import { type EditKind, kindOf } from '@/domain/review/edit-kind'
import type { StoredEdit } from '@/server/ports/change-request-store'
import type { Client } from '../client'
import { Prisma } from '../generated/client'

type Row = {
  readonly type: string
  readonly key: string | null
  readonly version: number
  readonly newKey: string | null
  readonly by: string
  readonly writers: readonly string[]
  readonly fingerprint: string | null
}

type RowWithTexts = Row & {
  readonly before: string | null
  readonly after: string | null
  readonly base: string | null
  readonly ours: string | null
}

type RowOfMark = Row & { readonly isNew: boolean; readonly isRemoved: boolean }

const names = Prisma.sql`type, key, version, new_key as "newKey", author_id as by, writers, fingerprint`

/** The edits of a request in the order they were given: all, or those of some rules. */
export const readEdits = async (
  client: Client,
  id: string,
  { ruleKeys, isKept }: { readonly ruleKeys?: readonly string[] | undefined; readonly isKept: boolean },
): Promise<readonly StoredEdit[]> => {
  const rows = await client.$queryRaw<RowWithTexts[]>`
    select ${names}, before_text as before, after_text as after, merged_base_text as base, merged_ours_text as ours
    from change_request_edit
    where change_request_id = ${id}
      ${ruleKeys === undefined ? Prisma.empty : Prisma.sql`and rule_key = any(${ruleKeys}::text[])`}
    order by position`
  return rows.map((row) => {
    const { before, after, base, ours, fingerprint } = row
    const merged = base === null || ours === null ? {} : { mergedFrom: { base, ours } }
    const edit: StoredEdit = { ...namesOf(row), before, after, ...merged }
    return isKept && fingerprint !== null ? withKnownFingerprint(edit, fingerprint) : edit
  })
}

/** The marks of all edits of a request, in their order. */
export const readMarks = async (client: Client, id: string): Promise<readonly EditMark[]> => {
  const rows = await client.$queryRaw<RowOfMark[]>`
    select ${names}, before_text is null as "isNew", after_text is null as "isRemoved"
    from change_request_edit where change_request_id = ${id} order by position`
  const marks = rows.flatMap(({ fingerprint, ...row }) =>
    fingerprint === null ? [] : [{ ...namesOf(row), fingerprint, kind: kindOfMark(row) }],
  )
  if (marks.length === rows.length) return marks
  return (await readEdits(client, id, { isKept: true })).map(markOf)
}

const kindOfMark = ({ isNew, isRemoved, newKey }: Omit<RowOfMark, 'fingerprint'>): EditKind =>
  kindOf({
    before: isNew ? null : '',
    after: isRemoved ? null : '',
    ...(newKey === null ? {} : { newKey }),
  })

const namesOf = ({ type, key, version, newKey, by, writers }: Omit<Row, 'fingerprint'>) => {
  if (!isRuleType(type)) throw new Error(`A stored edit has the unknown type ${type}.`)
  return { type, key, version, ...(newKey === null ? {} : { newKey }), by, writers }
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
      merged_base_text, merged_ours_text, author_id, writers, fingerprint, position)
    select ${changeRequestId}, rule_key, type, key, version, new_key, before_text, after_text, merged_base_text,
      merged_ours_text, author_id, array(select jsonb_array_elements_text(writers::jsonb)), fingerprint, position
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
      ${edits.map(({ writers }) => JSON.stringify(writers))}::text[],
      ${edits.map(editFingerprint)}::text[]
    ) with ordinality
      as t (rule_key, type, key, version, new_key, before_text, after_text, merged_base_text, merged_ours_text,
        author_id, writers, fingerprint, position)`
}

/** How many edits a request has, and whether a person wrote one of them. */
export const readAuthorship = async (
  client: Client,
  id: string,
  person: string,
): Promise<{ readonly count: number; readonly isAuthor: boolean }> => {
  const [row] = await client.$queryRaw<[{ readonly count: number; readonly isAuthor: boolean }]>`
    select count(*)::int as count,
      coalesce(bool_or(author_id = ${person} or ${person} = any(writers)), false) as "isAuthor"
    from change_request_edit where change_request_id = ${id}`
  return row
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
