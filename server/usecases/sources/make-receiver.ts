import { forwardingSetting, receiverSlug } from '@/domain/sources/route-guide'
import { done, type StepOutcome } from './route-step'
import type { RouteWork } from './route-work'

/** Segment's catalog: the kind of source that takes calls over HTTP. */
const httpApi = 'iUM16Md8P2'

/** The source that receives what is forwarded: the one that is set already, the one of our name, or a new one. */
export const makeReceiver = async (work: RouteWork): Promise<StepOutcome> => {
  const { segment, source, record } = work
  const settings = await segment.sourceSettings(source.id)
  if (!settings.ok) return { kind: 'problem', problem: settings.problem }
  const key = forwardingSetting[record().route] ?? ''
  const set = settings.value[key]
  const all = await segment.sources()
  if (!all.ok) return { kind: 'problem', problem: all.problem }
  if (typeof set === 'string' && set !== '' && !work.isOurs('setting', key)) {
    const name = all.value.find(({ id }) => id === set)?.name ?? set
    return done(set, `Forwarded to “${name}” already; that source is used.`)
  }
  const found = all.value.find(({ slug }) => slug === receiverSlug)
  if (found) {
    if (work.isOurs('source', receiverSlug))
      await work.made({ kind: 'source', name: receiverSlug, id: found.id })
    return done(found.id, `The source “${found.name}” receives.`)
  }
  await work.intend({ kind: 'source', name: receiverSlug })
  const made = await segment.createSource({ slug: receiverSlug, metadataId: httpApi })
  if (!made.ok) return { kind: 'problem', problem: made.problem }
  await work.made({ kind: 'source', name: receiverSlug, id: made.value.id })
  return done(made.value.id, `The source “${made.value.name}” was made.`)
}
