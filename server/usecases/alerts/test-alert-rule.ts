import type { AlertTested } from '@/contracts/alert'
import { pages } from '@/contracts/paths'
import { type AlertedViolation, violationWords } from '@/domain/alerts/alert-message'
import type { Context } from '@/server/ports/context'
import { authorize } from '../authorize'
import { fail } from '../fail'
import { channelOf, openTarget } from './alert-target'

/** Sends a sample now, once. What is only for whoever a violation is assigned to goes to the person who asks. */
export const testAlertRule = async (ctx: Context, { id }: { readonly id: string }): Promise<AlertTested> => {
  const { rule, me } = await ctx.transaction(async ({ alerts, audit, people }) => {
    authorize(ctx.actor, 'manage-alerts')
    const found = (await alerts.rule(id)) ?? fail({ code: 'not-found', what: 'alert rule' })
    await audit.append({
      chain: found.workspaceId,
      actor: ctx.actor,
      at: ctx.now(),
      action: 'alert-rule-tested',
      subject: `alert-rule:${id}`,
      details: { name: found.name },
    })
    return { rule: found, me: ctx.actor.personId === null ? null : await people.find(ctx.actor.personId) }
  })
  const target = openTarget(ctx, rule.targetSealed)
  const channel = channelOf(
    target,
    target.kind === 'email' && target.to.length === 0 ? (me?.email ?? null) : null,
  )
  if (channel === null) return { sent: false, said: 'There is nobody to send it to.' }
  const violation = aSample(ctx.now())
  const { title, facts } = violationWords('new', violation)
  const { sent, said } = await ctx.notifier.alert(channel, {
    id: ctx.newId(),
    kind: 'test',
    at: ctx.now(),
    title: `Test: ${title}`,
    facts,
    link: `${ctx.appUrl}${pages.violations()}`,
    rule: rule.name,
    violation,
    blocked: null,
  })
  return { sent, said }
}

const aSample = (now: string): AlertedViolation => ({
  id: 'test',
  plan: { id: 'test', name: 'A plan' },
  rule: { type: 'TRACK', key: 'Order Completed', version: 1 },
  pointer: '/properties/total',
  type: 'required',
  status: 'open',
  count: 1,
  firstSeen: now,
  lastSeen: now,
  sources: [{ id: 'test', name: 'A source' }],
  appVersions: ['1.0.0'],
  assignee: null,
  sample: { messageId: 'test', at: now, source: 'A source' },
})
