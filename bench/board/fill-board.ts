import type { Client } from 'pg'

type Size = { readonly occurrences: number; readonly violations: number }

/**
 * Fills an empty plan with violations of 400 events as busy shops have them: a few make most of the occurrences, over
 * thirty days, from three sources, twelve app versions and two libraries. All counts are made of the occurrences.
 */
export const fillBoard = async (client: Client, planId: string, size: Size): Promise<void> => {
  const statements: readonly (readonly [string, readonly unknown[]])[] = [
    ['select setseed(0.42)', []],
    ["select occurrence_partition((now() at time zone 'UTC')::date)", []],
    [
      `insert into violation (id, plan_id, fingerprint, rule_type, rule_key, rule_version, pointer, type, raw_type, message,
         count, first_seen, last_seen, owners)
       select 'v' || lpad(n::text, 6, '0'), $1, 'f' || n, 'TRACK', 'Event ' || n % 400, 1, '/properties/p' || n,
         'required', 'Required', 'p' || n || ' is required', 0, now(), now(), '{}'
       from generate_series(0, $2::int - 1) as n`,
      [planId, size.violations],
    ],
    [
      `insert into occurrence (day, key, violation_id, message_id, occurred_at, source_id, source_name, app_version, library)
       select (now() at time zone 'UTC')::date, md5(n::text)::uuid,
         'v' || lpad(floor($2::int * power(random(), 2))::int::text, 6, '0'), 'm' || n,
         now() - random() * interval '30 days', 'source ' || n % 3, 'Shop ' || n % 3, '4.' || n % 12 || '.0',
         'analytics.js ' || n % 2
       from generate_series(1, $1::int) as n`,
      [size.occurrences, size.violations],
    ],
    [
      `insert into violation_hour (violation_id, hour, source_id, app_version, library, count)
       select violation_id, date_trunc('hour', occurred_at, 'UTC'), source_id, app_version, library, count(*)
       from occurrence group by 1, 2, 3, 4, 5`,
      [],
    ],
    [
      `insert into violation_total (violation_id, source_id, app_version, library, source_name, count, first_seen, last_seen)
       select violation_id, source_id, app_version, library, max(source_name), count(*), min(occurred_at), max(occurred_at)
       from occurrence group by 1, 2, 3, 4`,
      [],
    ],
    [
      `update violation set count = t.count, first_seen = t.first, last_seen = t.last,
         bundle = case when rule_key in ('Event 1', 'Event 2', 'Event 3') then 'bundle ' || rule_key end
       from (select violation_id, count(*) as count, min(occurred_at) as first, max(occurred_at) as last
         from occurrence group by 1) as t
       where violation.id = t.violation_id`,
      [],
    ],
  ]
  for (const [text, values] of statements) await client.query(text, [...values])
  // Each of its own: none of them runs inside a transaction.
  for (const table of ['violation', 'violation_hour', 'violation_total', 'violation_week'])
    await client.query(`vacuum analyze ${table}`)
}
