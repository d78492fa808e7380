import { Hono } from 'hono'
import { fires } from '@/sandbox/forwarding/fires'
import { checkWebhookUrl } from '@/sandbox/public-api/check-webhook-url'
import { findDestination } from '@/sandbox/public-api/find'
import { pageOf } from '@/sandbox/public-api/paging'
import { readQuery } from '@/sandbox/public-api/query'
import { readBody } from '@/sandbox/public-api/read-body'
import { badRequest, invalidInput, notFound } from '@/sandbox/public-api/segment-error'
import type { Destination, Subscription } from '@/sandbox/world/destination'
import { newId } from '@/sandbox/world/ids'
import { isObject, type JsonObject } from '@/sandbox/world/json'
import type { Sandbox } from '@/sandbox/world/sandbox'

const subscriptionView = (destination: Destination, subscription: Subscription) => ({
  ...subscription,
  destinationId: destination.id,
})

const checkTrigger = (trigger: string) => {
  if (fires(trigger, {}) === null) throw badRequest(`"trigger" cannot be read: ${trigger}`)
}

const textOf = (body: JsonObject, name: string): string => {
  const value = body[name]
  if (typeof value !== 'string' || value === '') throw invalidInput(`"${name}" is required`, name)
  return value
}

/** Mappings of an Actions destination: alpha in Segment, five writes a minute. */
export const subscriptionRoutes = (sandbox: Sandbox) =>
  new Hono()
    .get('/destinations/:id/subscriptions', (c) => {
      const destination = findDestination(sandbox, c.req.param('id'))
      const { items, pagination } = pageOf(destination.subscriptions, readQuery(c.req.url))
      const subscriptions = items.map((subscription) => subscriptionView(destination, subscription))
      return c.json({ data: { subscriptions, pagination } })
    })
    .post('/destinations/:id/subscriptions', async (c) => {
      const destination = findDestination(sandbox, c.req.param('id'))
      const body = await readBody(c)
      const settings = isObject(body.settings) ? body.settings : {}
      checkWebhookUrl(settings)
      const subscription: Subscription = {
        id: newId(),
        name: textOf(body, 'name'),
        actionId: textOf(body, 'actionId'),
        actionSlug: 'send',
        enabled: body.enabled !== false,
        trigger: textOf(body, 'trigger'),
        settings,
      }
      checkTrigger(subscription.trigger)
      destination.subscriptions.push(subscription)
      sandbox.touch()
      return c.json({ data: { destinationSubscription: subscriptionView(destination, subscription) } }, 201)
    })
    .delete('/destinations/:id/subscriptions/:subscriptionId', (c) => {
      const destination = findDestination(sandbox, c.req.param('id'))
      const rest = destination.subscriptions.filter(({ id }) => id !== c.req.param('subscriptionId'))
      if (rest.length === destination.subscriptions.length) throw notFound('Subscription')
      destination.subscriptions = rest
      sandbox.touch()
      return c.json({ data: { status: 'SUCCESS' } })
    })
