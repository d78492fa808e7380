import type { Json } from '@/domain/plan/json'
import { type PlannedEvent, type PlannedProperty, plannedEvent } from './planned-event'
import { oneOf, type Random, seeded, whole, zipf } from './random'

export type TrackWorkload = {
  readonly events: readonly PlannedEvent[]
  /** The next call as its JSON text; the same sequence in every run. */
  readonly nextCall: () => string
}

/** 500 track events of 20 properties; calls of about 1.1 kB, 90 % valid, popularity by Zipf with 0.9. */
export const trackWorkload = (eventCount = 500, propertyCount = 20): TrackWorkload => {
  const random = seeded(7)
  const events = Array.from({ length: eventCount }, (_, i) =>
    plannedEvent(random, `Event ${i + 1} Completed`, propertyCount),
  )
  const popular = zipf(random, eventCount, 0.9)
  let made = 0
  const nextCall = () => {
    made += 1
    const event = events[popular()] as PlannedEvent
    return JSON.stringify(callOf(random, event, made, random() < 0.1))
  }
  return { events, nextCall }
}

const callOf = (random: Random, event: PlannedEvent, number: number, isBroken: boolean): Json => {
  const sent = event.properties.filter(({ isRequired }) => isRequired || random() < 0.6)
  const values: Record<string, Json> = Object.fromEntries(
    sent.map(({ name, kind }) => [name, kind.good(random)]),
  )
  if (isBroken) breakOne(random, event, sent, values)
  return {
    type: 'track',
    event: event.name,
    messageId: `node-${number}-${whole(random, 1e8, 9e8)}`,
    anonymousId: `a-${whole(random, 1e8, 9e8)}`,
    userId: `user-${whole(random, 1, 1e5)}`,
    timestamp: new Date(1.75e12 + number * 1000).toISOString(),
    context: {
      library: { name: '@segment/analytics-node', version: '3.1.0' },
      app: { name: 'Storefront', version: `4.${whole(random, 0, 9)}.0` },
      page: { path: '/checkout', url: 'https://shop.example/checkout', title: 'Checkout' },
      locale: 'en-GB',
      ip: '192.0.2.7',
    },
    properties: values,
  }
}

const breakOne = (
  random: Random,
  event: PlannedEvent,
  sent: readonly PlannedProperty[],
  values: Record<string, Json>,
): void => {
  const drawn = random()
  const required = event.properties.filter(({ isRequired }) => isRequired)
  if (drawn < 0.2 && required.length > 0) delete values[oneOf(random, required).name]
  else if (drawn < 0.4 && event.isClosed) values.unplanned_name = 1
  else if (sent.length > 0) {
    const { name, kind } = oneOf(random, sent)
    values[name] = kind.bad(random)
  } else values.property_1 = { not: 'planned' }
}
