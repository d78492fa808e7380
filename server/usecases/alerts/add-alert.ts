import type { AlertMessage } from '@/domain/alerts/alert-message'
import type { AlertRule } from '@/server/ports/alert-store'
import type { Context } from '@/server/ports/context'
import type { Stores } from '@/server/ports/stores'

/** A flood is one event for people, and chat services refuse it. What is beyond is kept and shown, not sent. */
export const mostPerHour = 200

const hourMs = 60 * 60_000

export type NewAlert = Omit<AlertMessage, 'id' | 'rule'> & {
  /** What it is about; a rule alerts of it once. */
  readonly cause: string
  readonly toAddress: string | null
}

/** Adds an alert of a rule with the job that sends it, in this transaction; nothing where the rule knows the cause. */
export const addAlert = async (
  ctx: Context,
  { alerts, jobs }: Stores,
  rule: AlertRule,
  { cause, toAddress, ...message }: NewAlert,
): Promise<void> => {
  const id = ctx.newId()
  const at = ctx.now()
  const hourAgo = new Date(Date.parse(at) - hourMs).toISOString()
  const isHeld = (await alerts.sentSince(rule.id, hourAgo)) >= mostPerHour
  const added = await alerts.addDelivery({
    id,
    ruleId: rule.id,
    cause,
    message: { id, rule: rule.name, ...message },
    toAddress,
    status: isHeld ? 'held' : 'queued',
    attempts: 0,
    said: isHeld ? `The rule had sent ${mostPerHour} alerts within an hour.` : null,
    createdAt: at,
    triedAt: null,
  })
  if (added && !isHeld)
    await jobs.add({
      kind: 'deliver-alert',
      payload: { deliveryId: id },
      subject: `alert-rule:${rule.id}`,
      requestedBy: null,
    })
}
