import type { Occurrence } from '@/server/ports/violation-store'
import type { Connection } from '../connection'
import { storableText } from '../rows/storable-text'
import type { Candidate, FoldedInto, Group } from './fresh'

/**
 * Adds the violations of candidates whose group has none yet; a new one begins with a count of 0.
 *
 * @returns the ids that this transaction added
 */
export const addViolations = async (
  connection: Connection,
  candidates: readonly Candidate[],
  newId: () => string,
): Promise<readonly string[]> => {
  const missing = momentsOf(candidates.filter(({ group }) => group.violation === null))
  if (missing.size === 0) return []
  const added = await add(connection, [...missing.values()], newId)
  const found = await find(
    connection,
    [...missing.keys()].map(({ fingerprint }) => fingerprint),
  )
  for (const group of missing.keys()) group.violation = found.get(group.fingerprint) ?? null
  return added
}

type Moments = { readonly of: Occurrence; first: string; last: string }

const momentsOf = (candidates: readonly Candidate[]): ReadonlyMap<Group, Moments> => {
  const all = new Map<Group, Moments>()
  for (const { of, group } of candidates) {
    const moments = all.get(group)
    if (!moments) all.set(group, { of, first: of.at, last: of.at })
    else {
      if (of.at < moments.first) moments.first = of.at
      if (of.at > moments.last) moments.last = of.at
    }
  }
  return all
}

type Row = {
  readonly id: string
  readonly fingerprint: string
  readonly message: string
  readonly count: number
  readonly sampledAt: Date | null
}

const find = async (connection: Connection, fingerprints: readonly string[]) => {
  const rows = await connection.rows<Row>`
    select id, fingerprint, message, count::float8 as count, sampled_at as "sampledAt" from violation
    where fingerprint = any(${fingerprints}::text[])`
  return new Map(
    rows.map(({ fingerprint, sampledAt, ...row }): [string, FoldedInto] => [
      fingerprint,
      { ...row, sampledAt: sampledAt?.toISOString() ?? null },
    ]),
  )
}

const add = async (connection: Connection, missing: readonly Moments[], newId: () => string) => {
  const rows = await connection.rows<{ id: string }>`
    insert into violation (id, plan_id, fingerprint, rule_type, rule_key, rule_version, pointer, schema_pointer, type,
      raw_type, message, first_seen, last_seen, count)
    select id, plan_id, fingerprint, rule_type, rule_key, rule_version, pointer, schema_pointer, type, raw_type, message,
      first_seen, last_seen, 0
    from unnest(
      ${missing.map(() => newId())}::text[],
      ${missing.map(({ of }) => of.planId)}::text[],
      ${missing.map(({ of }) => of.fingerprint)}::text[],
      ${missing.map(({ of }) => of.ruleType)}::text[],
      ${missing.map(({ of }) => of.ruleKey && storableText(of.ruleKey))}::text[],
      ${missing.map(({ of }) => of.ruleVersion)}::int[],
      ${missing.map(({ of }) => storableText(of.pointer))}::text[],
      ${missing.map(({ of }) => of.schemaPointer && storableText(of.schemaPointer))}::text[],
      ${missing.map(({ of }) => of.type)}::text[],
      ${missing.map(({ of }) => storableText(of.rawType))}::text[],
      ${missing.map(({ of }) => storableText(of.message))}::text[],
      ${missing.map(({ first }) => first)}::timestamptz[],
      ${missing.map(({ last }) => last)}::timestamptz[]
    ) as t (id, plan_id, fingerprint, rule_type, rule_key, rule_version, pointer, schema_pointer, type, raw_type, message,
      first_seen, last_seen)
    order by fingerprint
    on conflict (fingerprint) do nothing
    returning id`
  return rows.map(({ id }) => id)
}
