import { eventLibrary, propertyLibrary } from '@/sandbox/content/library-plans'
import { mobilePlan } from '@/sandbox/content/mobile-plan'
import { type RuleDraft, ruleFrom } from '@/sandbox/content/rule-draft'
import { storefrontPlan } from '@/sandbox/content/storefront-plan'
import { destinationKinds, sourceKinds, webhooksActionsId } from '@/sandbox/world/catalog'
import type { Destination } from '@/sandbox/world/destination'
import { idFor } from '@/sandbox/world/ids'
import { makePlan } from '@/sandbox/world/make-plan'
import type { PlanType } from '@/sandbox/world/plan'
import { defaultSettings } from '@/sandbox/world/settings'
import { allowEverything, type Source } from '@/sandbox/world/source'
import type { State } from '@/sandbox/world/state'

const madeAt = Date.UTC(2024, 2, 4, 9)

const plan = (name: string, type: PlanType, drafts: RuleDraft[], description: string) =>
  makePlan({
    id: idFor(name, 'tp_'),
    name,
    type,
    description,
    rules: drafts.map((draft) => ruleFrom(draft, new Date(madeAt).toISOString())),
    now: madeAt,
  })

const source = (name: string, slug: string, kind: string, planName: string | null): Source => ({
  id: idFor(slug),
  slug,
  name,
  enabled: true,
  metadataId: sourceKinds.find((candidate) => candidate.slug === kind)?.id ?? '',
  writeKeys: [idFor(`write key of ${slug}`, '', 32)],
  settings: {},
  labels: [{ key: 'environment', value: 'production' }],
  trackingPlanId: planName && idFor(planName, 'tp_'),
  schema: planName
    ? { ...allowEverything, forwardingViolationsTo: idFor('protocols-violations') }
    : allowEverything,
})

const destination = (kind: string, sourceSlug: string): Destination => {
  const known = destinationKinds.find(({ slug }) => slug === kind)
  return {
    id: idFor(`${kind} of ${sourceSlug}`, '', 24),
    name: known?.name ?? kind,
    enabled: true,
    metadataId: known?.id ?? '',
    sourceId: idFor(sourceSlug),
    settings: known?.id === webhooksActionsId ? { sharedSecret: '' } : {},
    subscriptions: [],
  }
}

/** The web shop blocks what is not planned; the server blocks what breaks its schema; the app lets everything pass. */
const sources = (): Source[] => {
  const web = source('Web Shop', 'web-shop', 'javascript', 'Storefront')
  const app = source('iOS App', 'ios-app', 'ios', 'Mobile app')
  const server = source('Order Server', 'order-server', 'node.js', 'Storefront')
  web.schema = { ...web.schema, track: { ...web.schema.track, allowUnplannedEvents: false } }
  server.schema = { ...server.schema, track: { ...server.schema.track, allowEventOnViolations: false } }
  return [web, app, server, source('Protocols violations', 'protocols-violations', 'http-api', null)]
}

/** The workspace at its first start: an e-commerce company with two plans in use. */
export const firstState = (now: number): State => ({
  workspace: { id: idFor('Acme Commerce'), slug: 'acme-commerce-sandbox', name: 'Acme Commerce (sandbox)' },
  plans: [
    plan('Storefront', 'LIVE', storefrontPlan, 'Everything that the web shop and its server send.'),
    plan('Mobile app', 'LIVE', mobilePlan, 'What the iOS app sends.'),
    plan('Shared events', 'RULE_LIBRARY', eventLibrary, 'Events to import.'),
    plan('Shared properties', 'PROPERTY_LIBRARY', propertyLibrary, 'Properties to import.'),
  ],
  sources: sources(),
  destinations: [
    destination('actions-google-analytics-4', 'web-shop'),
    destination('actions-amplitude', 'web-shop'),
    destination('google-tag-manager', 'web-shop'),
    destination('actions-amplitude', 'ios-app'),
    destination('firebase', 'ios-app'),
    destination('actions-braze-cloud', 'order-server'),
    destination('actions-webhook', 'protocols-violations'),
  ],
  audit: [
    {
      id: idFor('first audit event'),
      timestamp: new Date(now).toISOString(),
      type: 'Tracking Plan Created',
      actor: idFor('workspace owner'),
      actorEmail: 'owner@acme.example',
      resourceId: idFor('Storefront', 'tp_'),
      resourceType: 'tracking-plan',
      resourceName: 'Storefront',
    },
  ],
  settings: defaultSettings(),
})
