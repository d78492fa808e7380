import { z } from 'zod'
import { violationTypes } from '@/domain/plan/violation-types'
import type { LiveCall, LiveStore } from '@/server/ports/live-store'
import type { Client } from '../client'
import type { LiveCall as Row } from '../generated/client'
import { instant } from '../rows/instant'
import { storableText } from '../rows/storable-text'
import { storedJson } from '../rows/stored-json'

/** Calls that are kept, newest first, of those that came by one write key. */
const keptOfKey = 300

/** The same of one source, however many write keys it has or had. */
const keptOfSource = 3_000

export const liveStore = (client: Client): LiveStore => ({
  add: async (calls) => {
    if (calls.length === 0) return
    await client.$executeRaw`
      insert into live_call
        (id, workspace_id, source_id, key_ending, at, call_type, event, call, masked, occurrences, skipped)
      select id, workspace_id, source_id, key_ending, at, call_type, event, call::json,
        array(select json_array_elements_text(masked::json)), occurrences::json, skipped
      from unnest(
        ${calls.map(({ id }) => id)}::text[],
        ${calls.map(({ workspaceId }) => workspaceId)}::text[],
        ${calls.map(({ sourceId }) => storableText(sourceId))}::text[],
        ${calls.map(({ keyEnding }) => keyEnding && storableText(keyEnding))}::text[],
        ${calls.map(({ at }) => at)}::timestamptz[],
        ${calls.map(({ callType }) => storableText(callType))}::text[],
        ${calls.map(({ event }) => event && storableText(event))}::text[],
        ${calls.map(({ call }) => JSON.stringify(call))}::text[],
        ${calls.map(({ masked }) => JSON.stringify(masked.map(storableText)))}::text[],
        ${calls.map(({ verdict }) => JSON.stringify(verdict))}::text[],
        ${calls.map(({ skipped }) => skipped)}::int[]
      ) as t (id, workspace_id, source_id, key_ending, at, call_type, event, call, masked, occurrences, skipped)`
    // What another writer deletes just now need not be waited for.
    await client.$executeRaw`
      delete from live_call where id in (
        select id from live_call where id in (
          select id from (
            select id,
              row_number() over (partition by workspace_id, source_id, key_ending order by id desc) as of_key,
              row_number() over (partition by workspace_id, source_id order by id desc) as of_source
            from live_call
            where (workspace_id, source_id) in (
              select * from unnest(
                ${calls.map(({ workspaceId }) => workspaceId)}::text[],
                ${calls.map(({ sourceId }) => storableText(sourceId))}::text[]))
          ) as ranked
          where of_key > ${keptOfKey} or of_source > ${keptOfSource}
        ) for update skip locked)`
  },
  newest: async ({ workspaceId, sourceId, keyEnding, after }, limit) => {
    const rows = await client.liveCall.findMany({
      where: {
        workspaceId,
        sourceId,
        ...(keyEnding === undefined ? {} : { keyEnding }),
        ...(after === undefined ? {} : { id: { gt: after } }),
      },
      orderBy: { id: 'desc' },
      take: limit,
    })
    return rows.map(toLiveCall)
  },
})

const toLiveCall = ({ occurrences, call, at, ...row }: Row): LiveCall => ({
  ...row,
  at: instant(at),
  call: storedJson(call),
  verdict: Verdict.parse(occurrences),
})

const Verdict = z.discriminatedUnion('is', [
  z.object({
    is: z.literal('judged'),
    ruleVersion: z.int().nullable(),
    breaches: z.array(
      z.object({
        type: z.enum(violationTypes),
        pointer: z.string(),
        schemaPointer: z.string().nullable(),
        message: z.string(),
      }),
    ),
  }),
  z.object({ is: z.literal('refused'), reason: z.string() }),
  z.object({ is: z.literal('not-judged'), reason: z.string() }),
])
