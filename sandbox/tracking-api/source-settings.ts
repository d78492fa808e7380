import type { JsonObject } from '@/sandbox/world/json'
import { visibleRules } from '@/sandbox/world/plan'
import type { Sandbox } from '@/sandbox/world/sandbox'
import type { Source } from '@/sandbox/world/source'

const plannedEvents = (sandbox: Sandbox, source: Source): JsonObject => {
  const plan = sandbox.state.plans.find(({ id }) => id === source.trackingPlanId)
  const events = plan ? visibleRules(plan, sandbox.now()).filter(({ type }) => type === 'TRACK') : []
  const named = events.map(({ key = '' }) => [key, { enabled: true, integrations: {} }])
  const blocksUnplanned = plan !== undefined && source.schema.track?.allowUnplannedEvents === false
  return { ...Object.fromEntries(named), __default: { enabled: !blocksUnplanned, integrations: {} } }
}

/** The public document at /v1/projects/{writeKey}/settings; `plan.track` is how "block unplanned" reaches a browser. */
export const sourceSettings = (sandbox: Sandbox, source: Source): JsonObject => ({
  integrations: {
    'Segment.io': { apiKey: source.writeKeys[0] ?? '', unbundledIntegrations: [], addBundledMetadata: true },
  },
  plan: {
    track: plannedEvents(sandbox, source),
    identify: { __default: { enabled: true } },
    group: { __default: { enabled: true } },
  },
  edgeFunction: {},
  analyticsNextEnabled: true,
  middlewareSettings: {},
  enabledMiddleware: {},
  metrics: { sampleRate: 0 },
})
