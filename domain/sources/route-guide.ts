import type { Route } from './route'

export const routeStepTitles = {
  address: 'An address here',
  receiver: 'A source that receives',
  destination: 'A Webhooks (Actions) destination',
  mapping: 'A mapping of that destination',
  setting: 'Forwarding turned on',
} as const

export type RouteStepName = keyof typeof routeStepTitles

/** What a route takes, in the order in which it is done. */
export const routeSteps: Readonly<Record<Route, readonly RouteStepName[]>> = {
  forwarding: ['address', 'receiver', 'destination', 'mapping', 'setting'],
  'blocked-events': ['address', 'receiver', 'destination', 'mapping', 'setting'],
  inline: ['address', 'destination', 'mapping'],
  collector: [],
}

/** Segment: the name of the source that takes what others forward, where there is none yet. */
export const receiverSlug = 'plumbline-violations'

/** The setting that turns a route on; a source forwards to one other source at most. */
export const forwardingSetting = {
  forwarding: 'forwardingViolationsTo',
  'blocked-events': 'forwardingBlockedEventsTo',
  inline: null,
  collector: null,
} as const satisfies Record<Route, string | null>

/** What makes a mapping let an event through, in Segment's query language (FQL). */
export const routeTrigger: Readonly<Record<Exclude<Route, 'collector'>, string>> = {
  forwarding: 'type = "track" and event = "Violation Generated"',
  'blocked-events': 'event != "Violation Generated"',
  inline:
    'context.protocols.violations != null or context.protocols.omitted != null or context.protocols.omitted_on_violation != null',
}

/** What will be made or changed in Segment. `receiver` is the source that is forwarded to already, if there is one. */
export const whatWillBeDone = (route: Route, source: string, receiver: string | null): readonly string[] => {
  if (route === 'collector') return []
  if (route === 'inline')
    return [
      `A destination of the kind Webhooks (Actions) on ${source}, with a shared secret that only Segment and this installation know.`,
      `A mapping of it that lets through only events of ${source} that carry something that Segment found wrong.`,
    ]
  const what = route === 'forwarding' ? 'violations' : 'blocked events'
  return [
    receiver === null
      ? `A source of the kind HTTP API, “${receiverSlug}”, which receives the ${what}; one for the whole workspace, used again where it is there.`
      : `The source “${receiver}”, which ${source} forwards to already, is used as it is.`,
    'A destination of the kind Webhooks (Actions) on it, with a shared secret that only Segment and this installation know.',
    `A mapping of it that lets ${route === 'forwarding' ? 'only “Violation Generated” events' : 'everything but “Violation Generated” events'} through.`,
    receiver === null
      ? `In the schema settings of ${source}: ${what} are forwarded to that source. No other setting is touched.`
      : `The schema settings of ${source} stay as they are.`,
  ]
}

/** What a route costs and what it misses (Segment Protocols, violation forwarding and blocked events). */
export const routeNotes: Readonly<Record<Route, readonly string[]>> = {
  forwarding: [
    'Counts as one tracked user (MTU) in total; on plans that are billed by API calls every forwarded violation counts.',
    'Brings what is wrong and where, without the offending value or the rest of the call. Nothing from before it was turned on.',
  ],
  'blocked-events': [
    'A blocked event that is forwarded counts for billing, unlike one that is only blocked.',
    'Brings the whole call. Personal data in it is masked before it is stored.',
  ],
  inline: [
    'Costs no tracked users of its own. At the volume of your violations: each affected event is one delivery.',
    'Misses events that Segment blocks; “Blocked events” brings those. Personal data is masked before it is stored.',
  ],
  collector: [
    'Needs no Segment feature: the app, or a proxy, sends to this installation what it sends to Segment.',
    'Judged here by the plan, as Segment judges; what Segment itself found is not part of it.',
  ],
}
