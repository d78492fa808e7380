import { setTimeout as sleep } from 'node:timers/promises'
import { deliveriesFor, type Outgoing } from '@/sandbox/forwarding/deliveries-for'
import type { Delivery, DeliveryReport } from '@/sandbox/forwarding/delivery'
import { isLoopback } from '@/sandbox/forwarding/is-loopback'
import { sign } from '@/sandbox/forwarding/sign'
import type { Destination } from '@/sandbox/world/destination'
import type { JsonObject } from '@/sandbox/world/json'
import type { Settings } from '@/sandbox/world/settings'

export type WebhookSender = {
  send: (destination: Destination, event: JsonObject) => void
  reports: () => DeliveryReport[]
  /** Gives up what has not been delivered. */
  close: () => Promise<void>
}

/** How an event ended: delivered at which attempt, or why not. */
export type Outcome = { destinationId: string; event: JsonObject; attempt: number; failure?: string }

type Ingredients = {
  settings: () => Settings['forwarding']
  now: () => number
  onOutcome: (outcome: Outcome) => void
}

const keptReports = 500
const batchWaitMs = 100
const longestWaitMs = 30_000

const isWorthRetrying = (status: number | null) => status === null || status >= 500 || status === 429

/** Delivers events to webhooks on this machine, with Segment's signature, timeouts and retries, a bounded number of times. */
export const makeWebhookSender = ({ settings, now, onOutcome }: Ingredients): WebhookSender => {
  const closing = new AbortController()
  const running = new Set<Promise<void>>()
  const batches = new Map<string, Outgoing>()
  const reports: DeliveryReport[] = []

  const post = async (delivery: Delivery, url: string, attempt: number): Promise<number | null> => {
    const report: DeliveryReport = {
      destinationId: delivery.destinationId,
      url,
      at: new Date(now()).toISOString(),
      attempt,
      status: null,
      messageIds: delivery.events.map(({ messageId }) => String(messageId)),
    }
    reports.push(report)
    reports.splice(0, reports.length - keptReports)
    if (!isLoopback(url)) {
      report.error = 'not a loopback address'
      return 400
    }
    const signature = delivery.sharedSecret && { 'x-signature': sign(delivery.body, delivery.sharedSecret) }
    try {
      const answer = await fetch(url, {
        method: delivery.method,
        headers: { ...delivery.headers, ...signature },
        body: JSON.stringify(delivery.body),
        redirect: 'manual',
        signal: AbortSignal.any([closing.signal, AbortSignal.timeout(delivery.timeoutMs)]),
      })
      await answer.body?.cancel()
      report.status = answer.status
    } catch (error) {
      report.error = error instanceof Error ? error.message : String(error)
    }
    return report.status
  }

  const deliver = async (delivery: Delivery) => {
    const { attempts, retryBaseMs } = settings()
    const { destinationId } = delivery
    let failure = ''
    for (let attempt = 1; attempt <= attempts && !closing.signal.aborted; attempt++) {
      const statuses = await Promise.all(delivery.urls.map((url) => post(delivery, url, attempt)))
      if (statuses.some((status) => status !== null && status < 300)) {
        for (const event of delivery.events) onOutcome({ destinationId, event, attempt })
        return
      }
      failure = statuses.find((status) => status !== null)?.toString() ?? 'network'
      if (attempt === attempts || !statuses.some(isWorthRetrying)) break
      const wait = Math.min(longestWaitMs, retryBaseMs * 2 ** (attempt - 1)) * (0.5 + Math.random() / 2)
      await sleep(wait, undefined, { signal: closing.signal, ref: false }).catch(() => undefined)
    }
    if (closing.signal.aborted) return
    for (const event of delivery.events) onOutcome({ destinationId, event, attempt: attempts, failure })
  }

  const start = (delivery: Delivery) => {
    const work: Promise<void> = deliver(delivery).finally(() => running.delete(work))
    running.add(work)
  }

  const flush = (key: string) => {
    const batch = batches.get(key)
    batches.delete(key)
    if (batch) start({ ...batch, body: batch.events })
  }

  const collect = (delivery: Outgoing, { key, size }: { key: string; size: number }) => {
    const waiting = batches.get(key)
    if (!waiting) setTimeout(flush, batchWaitMs, key).unref()
    const events = [...(waiting?.events ?? []), ...delivery.events]
    batches.set(key, { ...delivery, events })
    if (events.length >= size) flush(key)
  }

  return {
    send: (destination, event) => {
      for (const delivery of deliveriesFor(destination, event)) {
        if (delivery.batch) collect(delivery, delivery.batch)
        else start(delivery)
      }
    },
    reports: () => reports,
    close: async () => {
      closing.abort()
      await Promise.all(running)
    },
  }
}
