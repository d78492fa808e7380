import { setTimeout as sleep } from 'node:timers/promises'
import type { SegmentConnection } from '@/server/ports/context'
import type { SegmentGateway } from '@/server/ports/segment-gateway'
import { segmentApis } from './gateway-apis'
import { asking, mapOk, pageAt, whenOk } from './gateway-asking'
import { hourly, toNewPlan, toRemoval, toUpsert } from './gateway-inputs'
import { routeCalls } from './gateway-routes'
import { hourlyCounts } from './hourly-counts'
import { readPages } from './read-pages'
import { readRulePage } from './read-rule-page'
import type { Waiting } from './retrying'
import { sendCall } from './send-call'
import { toPlan, toSource, toWorkspace } from './to-values'
import { wholeCounts } from './whole-counts'
import { wholeRules } from './whole-rules'
import {
  WireCounts,
  WireNewPlan,
  WirePlan,
  WireSettings,
  WireSource,
  WireSourceId,
  WireWorkspace,
} from './wire-shapes'

const realWaiting: Waiting = { sleep: (ms) => sleep(ms), now: Date.now, random: Math.random }

/** One Segment workspace over its Public API, through Segment's own SDK. `waiting` and `timeoutMs` are for tests. */
export const segmentGateway = (
  connection: SegmentConnection,
  waiting: Waiting = realWaiting,
  timeoutMs?: number,
): SegmentGateway => {
  const apis = segmentApis(connection, timeoutMs)
  const { deliveryOverview, events, sources, trackingPlans, workspaces } = apis
  const asked = asking(waiting)
  const { ask, one, list, write } = asked

  return {
    workspace: async () =>
      mapOk(await one(WireWorkspace, () => workspaces.getWorkspace(), 'somebody-waits'), toWorkspace),

    livePlans: async () => {
      const answer = await list(
        'trackingPlans',
        WirePlan,
        (page) => trackingPlans.listTrackingPlans(page, 'LIVE'),
        { patience: 'somebody-waits' },
      )
      // The list itself is there in every workspace that has the feature.
      if (!answer.ok && answer.problem.kind === 'not-found')
        return { ok: false, problem: { ...answer.problem, kind: 'no-protocols' } }
      return mapOk(answer, (plans) => plans.filter(({ type }) => type === 'LIVE').map(toPlan))
    },

    createPlan: async ({ name, description }) => {
      const input = toNewPlan(name, description)
      const answer = await one(
        WireNewPlan,
        () => trackingPlans.createTrackingPlan(input),
        'somebody-waits',
        'writes',
      )
      return mapOk(answer, ({ data }) => toPlan(data.trackingPlan))
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

    upsertRules: (planId, rules) => {
      const input = { rules: rules.map(toUpsert) }
      return write(() => trackingPlans.updateRulesInTrackingPlan(planId, input))
    },

    removeRules: (planId, rules) => {
      const input = rules.map(toRemoval)
      return write(() => trackingPlans.removeRulesFromTrackingPlan(planId, input))
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

    eventVolume: async (sourceId, from, to) => {
      const by = ['eventName', 'eventType']
      const all = undefined
      const read = (start: string, end: string) =>
        list(
          'result',
          WireCounts,
          (page) =>
            events.getEventsVolumeFromWorkspace('HOUR', start, end, by, [sourceId], all, all, all, page),
          { isCounts: true },
        )
      return mapOk(await wholeCounts(read, from, to), hourlyCounts)
    },

    blockedEvents: async (sourceId, from, to) => {
      const by = ['eventName', 'eventType', 'discardReason', 'appVersion']
      return mapOk(
        await list(
          'dataset',
          WireCounts,
          (page) =>
            deliveryOverview.getFilteredAtSourceMetricsFromDeliveryOverview(
              sourceId,
              from,
              to,
              hourly,
              page,
              by,
            ),
          { isCounts: true },
        ),
        hourlyCounts,
      )
    },

    ...routeCalls(apis, asked),

    sendCall: (writeKey, call) => sendCall(connection.apiUrl, writeKey, call),
  }
}
