import { forwardingSetting } from '@/domain/sources/route-guide'
import { done, type StepOutcome } from './route-step'
import type { RouteWork } from './route-work'

/** Forwards what is asked for to the receiving source, with every other schema setting as it is. */
export const turnOnForwarding = async (work: RouteWork): Promise<StepOutcome> => {
  const { ctx, segment, source, record, stepId } = work
  const key = forwardingSetting[record().route]
  const receiver = stepId('receiver')
  if (key === null || receiver === null)
    return { kind: 'stuck', words: 'The source that receives is not known. Connect the route again.' }
  const settings = await segment.sourceSettings(source.id)
  if (!settings.ok) return { kind: 'problem', problem: settings.problem }
  const set = settings.value[key]
  if (set === receiver) {
    if (work.isOurs('setting', key)) await work.made({ kind: 'setting', name: key, id: receiver })
    return done(receiver, 'Forwarding is on.')
  }
  if (typeof set === 'string' && set !== '')
    return {
      kind: 'stuck',
      words: 'Somebody set forwarding to another source meanwhile. Connect again to use that one.',
    }
  await work.intend({ kind: 'setting', name: key, id: receiver })
  const next = { ...settings.value, [key]: receiver }
  const changed = await segment.changeSourceSettings(source.id, next)
  if (!changed.ok) return { kind: 'problem', problem: changed.problem }
  await work.made({ kind: 'setting', name: key, id: receiver })
  await ctx.transaction(({ sources }) => sources.setSettings(source.workspaceId, source.id, next, ctx.now()))
  return done(receiver, 'Forwarding was turned on.')
}
