import type { Source, SourceStore } from '@/server/ports/source-store'
import type { Client } from '../client'
import type { Source as Row } from '../generated/client'
import { instant } from '../rows/instant'
import { storableText } from '../rows/storable-text'
import { jsonObject } from '../rows/stored-json'
import { dailySourceTotals, eventHours, lastHours, recordHours, volumeByEvent } from './source-hours'

export const sourceStore = (client: Client): SourceStore => {
  const list = async (where: { workspaceId?: string; planId?: string }) =>
    (await client.source.findMany({ where, orderBy: [{ name: 'asc' }, { id: 'asc' }] })).map(toSource)
  return {
    ofWorkspace: (workspaceId) => list({ workspaceId }),
    ofPlan: (planId) => list({ planId }),
    all: () => list({}),
    replace: (workspaceId, sources) => replace(client, workspaceId, sources),
    recordHours: (workspaceId, sourceId, kind, window, counts) =>
      recordHours(client, { workspaceId, sourceId, kind, ...window }, counts),
    lastHours: (workspaceId) => lastHours(client, workspaceId),
    volumeByEvent: (planId, since) => volumeByEvent(client, planId, since),
    eventHours: (planId, event, window) => eventHours(client, planId, event, window),
    dailyTotals: (since) => dailySourceTotals(client, since),
  }
}

const replace = async (client: Client, workspaceId: string, given: readonly Source[]) => {
  // The last word counts when a source is named twice.
  const sources = [...new Map(given.map((source) => [source.id, source])).values()]
  await client.source.deleteMany({ where: { workspaceId, id: { notIn: sources.map(({ id }) => id) } } })
  await client.$executeRaw`
    insert into source (workspace_id, id, plan_id, name, slug, kind, enabled, settings, seen_at)
    select ${workspaceId}, id, plan_id, name, slug, kind, enabled, settings::json, seen_at
    from unnest(
      ${sources.map(({ id }) => id)}::text[], ${sources.map(({ planId }) => planId)}::text[],
      ${sources.map(({ name }) => storableText(name))}::text[], ${sources.map(({ slug }) => storableText(slug))}::text[],
      ${sources.map(({ kind }) => storableText(kind))}::text[], ${sources.map(({ enabled }) => enabled)}::boolean[],
      ${sources.map(({ settings }) => settings && JSON.stringify(settings))}::text[],
      ${sources.map(({ seenAt }) => seenAt)}::timestamptz[]
    ) as t (id, plan_id, name, slug, kind, enabled, settings, seen_at)
    order by id
    on conflict (workspace_id, id) do update set plan_id = excluded.plan_id, name = excluded.name,
      slug = excluded.slug, kind = excluded.kind, enabled = excluded.enabled, settings = excluded.settings,
      seen_at = excluded.seen_at`
}

const toSource = (row: Row): Source => ({
  id: row.id,
  workspaceId: row.workspaceId,
  planId: row.planId,
  name: row.name,
  slug: row.slug,
  kind: row.kind,
  enabled: row.enabled,
  settings: row.settings === null ? null : jsonObject(row.settings),
  seenAt: instant(row.seenAt),
})
