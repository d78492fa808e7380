import { z } from 'zod'
import type { Source, SourceStore } from '@/server/ports/source-store'
import type { Client } from '../client'
import type { SourceDestination as DestinationRow, Source as Row } from '../generated/client'
import { instant } from '../rows/instant'
import { storableText } from '../rows/storable-text'
import { jsonObject, jsonOrNull } from '../rows/stored-json'
import { brokenCalls, countBrokenCalls } from './broken-calls'
import { activity, blockedBy, hoursOf, sendersOf } from './source-activity'
import {
  dailySourceTotals,
  eventHours,
  lastHours,
  namesCounted,
  recordHours,
  volumeByEvent,
} from './source-hours'

export const sourceStore = (client: Client): SourceStore => {
  const list = async (where: { workspaceId?: string; planId?: string; id?: string }) => {
    const rows = await client.source.findMany({ where, orderBy: [{ name: 'asc' }, { id: 'asc' }] })
    const of = { sourceId: { in: rows.map(({ id }) => id) } }
    const destinations = await client.sourceDestination.findMany({ where: of, orderBy: { name: 'asc' } })
    return rows.map((row) =>
      toSource(
        row,
        destinations.filter(
          ({ workspaceId, sourceId }) => workspaceId === row.workspaceId && sourceId === row.id,
        ),
      ),
    )
  }
  return {
    ofWorkspace: (workspaceId) => list({ workspaceId }),
    ofPlan: (planId) => list({ planId }),
    all: () => list({}),
    find: async (id) => (await list({ id }))[0] ?? null,
    setSettings: async (workspaceId, id, settings, at) => {
      await client.source.updateMany({
        where: { workspaceId, id },
        data: { settings: jsonOrNull(settings), seenAt: new Date(at) },
      })
    },
    activity: (since) => activity(client, since),
    hours: (workspaceId, id, window) => hoursOf(client, workspaceId, id, window),
    blockedBy: (workspaceId, id, since) => blockedBy(client, workspaceId, id, since),
    brokenCalls: (planId, id, since) => brokenCalls(client, planId, id, since),
    countBrokenCalls: (window) => countBrokenCalls(client, window),
    senders: (planId, id, since) => sendersOf(client, planId, id, since),
    replace: (workspaceId, sources) => replace(client, workspaceId, sources),
    recordHours: (workspaceId, sourceId, kind, window, counts) =>
      recordHours(client, { workspaceId, sourceId, kind, ...window }, counts),
    lastHours: (workspaceId) => lastHours(client, workspaceId),
    pulledUntil: async (workspaceId) => {
      const rows = await client.source.findMany({
        where: { workspaceId, pulledUntil: { not: null } },
        select: { id: true, pulledUntil: true },
      })
      return Object.fromEntries(
        rows.flatMap(({ id, pulledUntil }) => (pulledUntil === null ? [] : [[id, instant(pulledUntil)]])),
      )
    },
    setPulledUntil: async (workspaceId, id, until) => {
      await client.source.updateMany({ where: { workspaceId, id }, data: { pulledUntil: new Date(until) } })
    },
    volumeByEvent: (planId, since) => volumeByEvent(client, planId, since),
    namesCounted: (planId, asked) => namesCounted(client, planId, asked),
    eventHours: (planId, event, window) => eventHours(client, planId, event, window),
    dailyTotals: (since) => dailySourceTotals(client, since),
  }
}

const replace = async (client: Client, workspaceId: string, given: readonly Source[]) => {
  // The last word counts when a source is named twice.
  const sources = [...new Map(given.map((source) => [source.id, source])).values()]
  await client.source.deleteMany({ where: { workspaceId, id: { notIn: sources.map(({ id }) => id) } } })
  await client.$executeRaw`
    insert into source (workspace_id, id, plan_id, name, slug, kind, enabled, settings, seen_at, platform)
    select ${workspaceId}, id, plan_id, name, slug, kind, enabled, settings::json, seen_at, platform
    from unnest(
      ${sources.map(({ id }) => id)}::text[], ${sources.map(({ planId }) => planId)}::text[],
      ${sources.map(({ name }) => storableText(name))}::text[], ${sources.map(({ slug }) => storableText(slug))}::text[],
      ${sources.map(({ kind }) => storableText(kind))}::text[], ${sources.map(({ enabled }) => enabled)}::boolean[],
      ${sources.map(({ settings }) => settings && JSON.stringify(settings))}::text[],
      ${sources.map(({ seenAt }) => seenAt)}::timestamptz[], ${sources.map(({ platform }) => platform)}::text[]
    ) as t (id, plan_id, name, slug, kind, enabled, settings, seen_at, platform)
    order by id
    on conflict (workspace_id, id) do update set plan_id = excluded.plan_id, name = excluded.name,
      slug = excluded.slug, kind = excluded.kind, enabled = excluded.enabled, settings = excluded.settings,
      seen_at = excluded.seen_at, platform = excluded.platform`
  await client.sourceDestination.deleteMany({ where: { workspaceId } })
  await client.sourceDestination.createMany({
    data: sources.flatMap(({ id: sourceId, destinations }) =>
      destinations.map((destination) => ({
        ...destination,
        workspaceId,
        sourceId,
        name: storableText(destination.name),
        kind: storableText(destination.kind),
      })),
    ),
    skipDuplicates: true,
  })
}

const toSource = (row: Row, destinations: readonly DestinationRow[]): Source => ({
  id: row.id,
  workspaceId: row.workspaceId,
  planId: row.planId,
  name: row.name,
  slug: row.slug,
  kind: row.kind,
  platform: Platform.parse(row.platform),
  enabled: row.enabled,
  settings: row.settings === null ? null : jsonObject(row.settings),
  destinations: destinations.map(({ id, name, kind, enabled, mode }) => ({
    id,
    name,
    kind,
    enabled,
    mode: Mode.parse(mode),
  })),
  seenAt: instant(row.seenAt),
})

const Platform = z.enum(['web', 'mobile', 'server', 'unknown'])
const Mode = z.enum(['cloud', 'device', 'either', 'unknown'])
