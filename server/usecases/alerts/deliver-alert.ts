import type { AlertStatus } from '@/domain/alerts/alert-delivery'
import type { Context } from '@/server/ports/context'
import type { JobRun, JobRunEnd } from '@/server/ports/job-runner'
import { channelOf, openTarget } from './alert-target'

/** With the pauses between tries about an hour. */
export const mostTries = 18

/**
 * The job `deliver-alert`: sends one alert and notes what the other side said. Killed in between, it is sent again with
 * the same id, so it arrives at least once, and receivers can tell repetitions apart.
 */
export const deliverAlert = async (
  ctx: Context,
  { payload: { deliveryId } }: Pick<JobRun<'deliver-alert'>, 'payload'>,
): Promise<JobRunEnd> => {
  const found = await ctx.transaction(({ alerts }) => alerts.lockDelivery(deliveryId))
  if (found === null || found.delivery.status !== 'queued') return { done: { sent: false } }
  const { delivery, rule } = found
  const note = (status: AlertStatus, said: string) =>
    ctx.transaction(({ alerts }) => alerts.tried(deliveryId, { status, said, at: ctx.now() }))

  if (rule.pausedAt !== null) {
    await note('held', 'The rule was paused.')
    return { done: { sent: false } }
  }
  const channel = channelOf(openTarget(ctx, rule.targetSealed), delivery.toAddress)
  if (channel === null) {
    await note('held', 'There is nobody to send it to.')
    return { done: { sent: false } }
  }
  const answer = await ctx.notifier.alert(channel, delivery.message)
  if (answer.sent) {
    await note('delivered', answer.said)
    return { done: { sent: true } }
  }
  const isOver = !answer.again || delivery.attempts + 1 >= mostTries
  await note(isOver ? 'dead' : 'queued', answer.said)
  const reason = { code: 'not-delivered', message: answer.said }
  if (isOver) return { failed: reason }
  return { retry: { ...reason, ...(answer.afterMs === undefined ? {} : { afterMs: answer.afterMs }) } }
}
