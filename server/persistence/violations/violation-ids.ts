import type { Occurrence } from '@/server/ports/violation-store'
import type { Client } from '../client'
import { storableText } from '../rows/storable-text'

/**
 * The violation of every fingerprint in a batch, added where it is missing; a new one begins with a count of 0.
 * `added` are the ids this transaction added.
 */
export const violationIds = async (
  client: Client,
  occurrences: readonly Occurrence[],
  newId: () => string,
): Promise<{ readonly known: ReadonlyMap<string, string>; readonly added: readonly string[] }> => {
  const groups = new Map<string, Group>()
  for (const occurrence of occurrences) {
    const group = groups.get(occurrence.fingerprint)
    if (!group)
      groups.set(occurrence.fingerprint, { of: occurrence, first: occurrence.at, last: occurrence.at })
    else {
      if (occurrence.at < group.first) group.first = occurrence.at
      if (occurrence.at > group.last) group.last = occurrence.at
    }
  }
  const fingerprints = [...groups.keys()]
  const known = await idsOf(client, fingerprints)
  const missing = fingerprints.filter((fingerprint) => !known.has(fingerprint))
  if (missing.length === 0) return { known, added: [] }
  const added = await add(
    client,
    missing.flatMap((fingerprint) => groups.get(fingerprint) ?? []),
    newId,
  )
  return { known: await idsOf(client, fingerprints), added }
}

type Group = { readonly of: Occurrence; first: string; last: string }

const idsOf = async (client: Client, fingerprints: readonly string[]) => {
  const rows = await client.$queryRaw<{ id: string; fingerprint: string }[]>`
    select id, fingerprint from violation where fingerprint = any(${fingerprints}::text[])`
  return new Map(rows.map(({ id, fingerprint }) => [fingerprint, id]))
}

const add = async (client: Client, groups: readonly Group[], newId: () => string) => {
  const rows = await client.$queryRaw<{ id: string }[]>`
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
