import type { Occurrence } from '@/server/ports/violation-store'
import type { Connection } from '../connection'
import { storableText } from '../rows/storable-text'
import type { FoldedInto } from './fresh'

type Given = readonly { readonly of: Occurrence }[]

/**
 * The violation of every fingerprint in a batch, added where it is not `known`; a new one begins with a count of 0.
 * `added` are the ids this transaction added.
 */
export const violationsOf = async (
  connection: Connection,
  given: Given,
  known: ReadonlyMap<string, FoldedInto>,
  newId: () => string,
): Promise<{ readonly violations: (of: Occurrence) => FoldedInto; readonly added: readonly string[] }> => {
  const missing = groupsOf(given.filter(({ of }) => !known.has(of.fingerprint)))
  const added = missing.size === 0 ? [] : await add(connection, [...missing.values()], newId)
  const found = missing.size === 0 ? null : await find(connection, [...missing.keys()])
  const violations = ({ fingerprint }: Occurrence): FoldedInto => {
    const violation = known.get(fingerprint) ?? found?.get(fingerprint)
    if (!violation) throw new Error('A violation vanished while its occurrences were folded.')
    return violation
  }
  return { violations, added }
}

type Group = { readonly of: Occurrence; first: string; last: string }

const groupsOf = (given: Given): ReadonlyMap<string, Group> => {
  const groups = new Map<string, Group>()
  for (const { of } of given) {
    const group = groups.get(of.fingerprint)
    if (!group) groups.set(of.fingerprint, { of, first: of.at, last: of.at })
    else {
      if (of.at < group.first) group.first = of.at
      if (of.at > group.last) group.last = of.at
    }
  }
  return groups
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

const add = async (connection: Connection, groups: readonly Group[], newId: () => string) => {
  const rows = await connection.rows<{ id: string }>`
    insert into violation (id, plan_id, fingerprint, rule_type, rule_key, rule_version, pointer, schema_pointer, type,
      raw_type, message, first_seen, last_seen, count)
    select id, plan_id, fingerprint, rule_type, rule_key, rule_version, pointer, schema_pointer, type, raw_type, message,
      first_seen, last_seen, 0
    from unnest(
      ${groups.map(() => newId())}::text[],
      ${groups.map(({ of }) => of.planId)}::text[],
      ${groups.map(({ of }) => of.fingerprint)}::text[],
      ${groups.map(({ of }) => of.ruleType)}::text[],
      ${groups.map(({ of }) => of.ruleKey && storableText(of.ruleKey))}::text[],
      ${groups.map(({ of }) => of.ruleVersion)}::int[],
      ${groups.map(({ of }) => storableText(of.pointer))}::text[],
      ${groups.map(({ of }) => of.schemaPointer && storableText(of.schemaPointer))}::text[],
      ${groups.map(({ of }) => of.type)}::text[],
      ${groups.map(({ of }) => storableText(of.rawType))}::text[],
      ${groups.map(({ of }) => storableText(of.message))}::text[],
      ${groups.map(({ first }) => first)}::timestamptz[],
      ${groups.map(({ last }) => last)}::timestamptz[]
    ) as t (id, plan_id, fingerprint, rule_type, rule_key, rule_version, pointer, schema_pointer, type, raw_type, message,
      first_seen, last_seen)
    order by fingerprint
    on conflict (fingerprint) do nothing
    returning id`
  return rows.map(({ id }) => id)
}
