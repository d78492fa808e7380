import { z } from 'zod'
import { ruleTypes } from '@/domain/plan/rule'
import { violationTypes } from '@/domain/plan/violation-types'
import type { DisagreementStore, VerdictDisagreement } from '@/server/ports/disagreement-store'
import type { Client } from '../client'
import type { VerdictDisagreement as Row } from '../generated/client'
import { CursorInstant, CursorText, decodeCursor } from '../rows/cursor'
import { instant } from '../rows/instant'
import { pageOf } from '../rows/page-of'
import { storableText } from '../rows/storable-text'
import { storedJson } from '../rows/stored-json'

export const disagreementStore = (client: Client): DisagreementStore => ({
  add: async (given) => {
    if (given.length === 0) return
    await client.$executeRaw`
      insert into verdict_disagreement as d (id, plan_id, rule_type, rule_key, rule_version, pointer, type, side, count,
        first_seen, last_seen, message, sample)
      select id, plan_id, min(rule_type), min(rule_key), min(rule_version), min(pointer), min(type), min(side), count(*),
        min(at), max(at), min(message), (array_agg(sample order by at desc))[1]::json
      from unnest(
        ${given.map(({ id }) => id)}::text[],
        ${given.map(({ planId }) => planId)}::text[],
        ${given.map(({ ruleType }) => ruleType)}::text[],
        ${given.map(({ ruleKey }) => ruleKey && storableText(ruleKey))}::text[],
        ${given.map(({ ruleVersion }) => ruleVersion)}::int[],
        ${given.map(({ pointer }) => storableText(pointer))}::text[],
        ${given.map(({ type }) => type)}::text[],
        ${given.map(({ side }) => side)}::text[],
        ${given.map(({ message }) => storableText(message))}::text[],
        ${given.map(({ at }) => at)}::timestamptz[],
        ${given.map(({ sample }) => JSON.stringify(sample))}::text[]
      ) as t (id, plan_id, rule_type, rule_key, rule_version, pointer, type, side, message, at, sample)
      group by id, plan_id
      order by id
      on conflict (id) do update set
        count = d.count + excluded.count,
        first_seen = least(d.first_seen, excluded.first_seen),
        last_seen = greatest(d.last_seen, excluded.last_seen),
        message = excluded.message,
        sample = excluded.sample`
  },
  page: async (planId, { limit, cursor }) => {
    const after = decodeCursor(cursor, Cursor)
    const rows = await client.verdictDisagreement.findMany({
      where: {
        planId,
        ...(after && {
          OR: [
            { lastSeen: { lt: new Date(after[0]) } },
            { lastSeen: new Date(after[0]), id: { lt: after[1] } },
          ],
        }),
      },
      orderBy: [{ lastSeen: 'desc' }, { id: 'desc' }],
      take: limit + 1,
    })
    const { rows: shown, nextCursor } = pageOf(rows, limit, ({ lastSeen, id }) => [instant(lastSeen), id])
    return { disagreements: shown.map(toDisagreement), nextCursor }
  },
})

const Cursor = z.tuple([CursorInstant, CursorText])

const toDisagreement = (row: Row): VerdictDisagreement => ({
  ...row,
  ruleType: RuleType.parse(row.ruleType),
  type: Type.parse(row.type),
  side: Side.parse(row.side),
  count: Number(row.count),
  firstSeen: instant(row.firstSeen),
  lastSeen: instant(row.lastSeen),
  sample: storedJson(row.sample),
})

const RuleType = z.enum(ruleTypes)
const Type = z.enum(violationTypes)
const Side = z.enum(['segment', 'twin'])
