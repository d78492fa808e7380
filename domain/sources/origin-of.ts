import type { Route } from './route'

/** Which source an event is of, and by which route it came. */
export type Origin = { readonly sourceId: string; readonly route: Exclude<Route, 'collector'> }

/**
 * Reads it from an event that a webhook posted: forwarded violations name their source, events that carry what Segment
 * found name it too. Null where neither the event nor the endpoint tells.
 *
 * @param endpointSourceId the source that the endpoint is for; null for one that takes what several sources forward
 */
export const originOf = (event: unknown, endpointSourceId: string | null): Origin | null => {
  const forwarded = textAt(event, 'properties', 'sourceID')
  if (textAt(event, 'event') === 'Violation Generated' && forwarded !== null)
    return { sourceId: forwarded, route: 'forwarding' }
  const sourceId = textAt(event, 'context', 'protocols', 'sourceId') ?? endpointSourceId
  if (sourceId === null) return null
  return { sourceId, route: endpointSourceId === null ? 'blocked-events' : 'inline' }
}

const textAt = (value: unknown, ...path: readonly string[]): string | null => {
  const found = path.reduce<unknown>(
    (at, name) => (typeof at === 'object' && at !== null ? Reflect.get(at, name) : undefined),
    value,
  )
  return typeof found === 'string' && found !== '' ? found : null
}
