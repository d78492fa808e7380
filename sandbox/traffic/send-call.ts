import type { Analytics } from '@segment/analytics-node'
import type { Call } from '@/sandbox/traffic/call'

const appName = 'Acme Shop'

/** Makes one call with the library; true once the Tracking API has taken it. */
export const sendCall = (
  client: Analytics,
  { rule, name, body, appVersion, userId }: Call,
): Promise<boolean> => {
  // Only the newer versions of an event are asked for; without, Segment takes the oldest.
  const protocols = rule.version > 1 ? { protocols: { event_version: rule.version } } : {}
  const context = { app: { name: appName, version: appVersion }, locale: 'en-GB', ...protocols }
  return new Promise((resolve) => {
    const done = (error?: unknown) => resolve(!error)
    if (rule.type === 'IDENTIFY') client.identify({ userId, traits: body, context }, done)
    else if (rule.type === 'GROUP')
      client.group({ userId, groupId: `company-${userId.length}`, traits: body, context }, done)
    else if (rule.type === 'PAGE') client.page({ userId, name, properties: body, context }, done)
    else if (rule.type === 'SCREEN') client.screen({ userId, name, properties: body, context }, done)
    else client.track({ userId, event: name, properties: body, context }, done)
  })
}
