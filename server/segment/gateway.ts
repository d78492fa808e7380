import { setTimeout as sleep } from 'node:timers/promises'
import type { z } from 'zod'
import type { SegmentConnection } from '@/server/ports/context'
import type { SegmentAnswer, SegmentGateway } from '@/server/ports/segment-gateway'
import { answerOf, type SegmentCall } from './answer-of'
import { segmentApis } from './gateway-apis'
import { hourly, toNewPlan, toRemoval, toUpsert } from './gateway-inputs'
import { hourlyCounts } from './hourly-counts'
import { readPages } from './read-pages'
import { readRulePage } from './read-rule-page'
import { type Patience, type RetryKind, retrying, type Waiting } from './retrying'
import { toPlan, toSource, toWorkspace } from './to-values'
import { wholeRules } from './whole-rules'
import {
  readOne,
  readPage,
  WireCounts,
  WireNewPlan,
  WirePlan,
  WireSettings,
  WireSource,
  WireSourceId,
  WireWorkspace,
} from './wire-shapes'

/** Segment Public API: what a page may hold by the older documentation, and what public clients ask for. */
const pageSize = 200

const realWaiting: Waiting = { sleep: (ms) => sleep(ms), now: Date.now, random: Math.random }

/** One Segment workspace over its Public API, through Segment's own SDK. `waiting` and `timeoutMs` are for tests. */
export const segmentGateway = (
  connection: SegmentConnection,
  waiting: Waiting = realWaiting,
  timeoutMs?: number,
): SegmentGateway => {
  const { deliveryOverview, events, sources, trackingPlans, workspaces } = segmentApis(connection, timeoutMs)

  const ask = (kind: RetryKind, call: () => SegmentCall, patience: Patience = 'job') =>
    retrying(kind, patience, waiting, () => answerOf(call(), waiting.now()))

  const one = async <S extends z.ZodType>(shape: S, call: () => SegmentCall, patience?: Patience) =>
    whenOk(await ask('reads', call, patience), (text) => readOne(shape, text))

  const list = <S extends z.ZodType>(
    name: string,
    shape: S,
    call: (page: Page) => SegmentCall,
    patience?: Patience,
  ) =>
    readPages(async (cursor) =>
      whenOk(await ask('reads', () => call(pageAt(cursor)), patience), (text) => readPage(name, shape, text)),
    )

  const counts = async (name: string, call: (page: Page) => SegmentCall) =>
    mapOk(
      await readPages(async (cursor) =>
        whenOk(await ask('reads', () => call(pageAt(cursor))), (text) =>
          readPage(name, WireCounts, text, true),
        ),
      ),
      hourlyCounts,
    )

  return {
    workspace: async () =>
      mapOk(await one(WireWorkspace, () => workspaces.getWorkspace(), 'somebody-waits'), toWorkspace),

    livePlans: async () => {
      const answer = await list(
        'trackingPlans',
        WirePlan,
        (page) => trackingPlans.listTrackingPlans(page, 'LIVE'),
        'somebody-waits',
      )
      // The list itself is there in every workspace that has the feature.
      if (!answer.ok && answer.problem.kind === 'not-found')
        return { ok: false, problem: { ...answer.problem, kind: 'no-protocols' } }
      return mapOk(answer, (plans) => plans.filter(({ type }) => type === 'LIVE').map(toPlan))
    },

    createPlan: async ({ name, description }) => {
      const input = toNewPlan(name, description)
      const answer = await ask('writes', () => trackingPlans.createTrackingPlan(input), 'somebody-waits')
      return mapOk(
        whenOk(answer, (text) => readOne(WireNewPlan, text)),
        ({ data }) => toPlan(data.trackingPlan),
      )
    },

    readRules: (planId, progress) =>
      wholeRules(
        (pass) =>
          readPages(
            async (cursor) =>
              whenOk(
                await ask('reads', () => trackingPlans.listRulesFromTrackingPlan(planId, pageAt(cursor))),
                readRulePage,
              ),
            // Later passes only confirm the first one.
            pass === 1 ? progress : undefined,
          ),
        waiting.sleep,
      ),

    upsertRules: async (planId, rules) => {
      const input = { rules: rules.map(toUpsert) }
      return mapOk(
        await ask('writes', () => trackingPlans.updateRulesInTrackingPlan(planId, input)),
        () => null,
      )
    },

    removeRules: async (planId, rules) => {
      const input = rules.map(toRemoval)
      return mapOk(
        await ask('writes', () => trackingPlans.removeRulesFromTrackingPlan(planId, input)),
        () => null,
      )
    },

    sources: async () =>
      mapOk(await list('sources', WireSource, (page) => sources.listSources(page)), (all) =>
        all.map(toSource),
      ),

    planSources: async (planId) =>
      mapOk(
        await list('sources', WireSourceId, (page) =>
          trackingPlans.listSourcesFromTrackingPlan(planId, page),
        ),
        (all) => all.map(({ id }) => id),
      ),

    sourceSettings: async (sourceId) =>
      mapOk(
        await one(WireSettings, () => sources.listSchemaSettingsInSource(sourceId)),
        ({ data }) => data.settings,
      ),

    // Segment Public API: at most 5,000 rows (event and type) are given for one window.
    eventVolume: (sourceId, from, to) => {
      const by = ['eventName', 'eventType']
      const all = undefined
      return counts('result', (page) =>
        events.getEventsVolumeFromWorkspace('HOUR', from, to, by, [sourceId], all, all, all, page),
      )
    },

    blockedEvents: (sourceId, from, to) => {
      const by = ['eventName', 'eventType', 'discardReason']
      return counts('dataset', (page) =>
        deliveryOverview.getFilteredAtSourceMetricsFromDeliveryOverview(sourceId, from, to, hourly, page, by),
      )
    },
  }
}

type Page = { readonly count: number; readonly cursor?: string }

const pageAt = (cursor: string | undefined): Page => ({ count: pageSize, ...(cursor && { cursor }) })

const whenOk = <A, B>(answer: SegmentAnswer<A>, next: (value: A) => SegmentAnswer<B>): SegmentAnswer<B> =>
  answer.ok ? next(answer.value) : answer

const mapOk = <A, B>(answer: SegmentAnswer<A>, map: (value: A) => B): SegmentAnswer<B> =>
  answer.ok ? { ok: true, value: map(answer.value) } : answer
