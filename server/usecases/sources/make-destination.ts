import { done, type StepOutcome } from './route-step'
import type { RouteWork } from './route-work'
import { secretOf } from './secret-of'

/** Segment's catalog: Webhooks (Actions). */
const webhooksActions = '614a3c7d791c91c41bae7599'

export const destinationName = (endpointId: string): string => `Plumbline ${endpointId}`

/** The webhook on the source that sends: found by its name, which holds the address it is for, or made. */
export const makeDestination = async (work: RouteWork): Promise<StepOutcome> => {
  const { ctx, segment, source, record, stepId } = work
  const { route, endpointId } = record()
  const sourceId = route === 'inline' ? source.id : stepId('receiver')
  const secret = endpointId === null ? null : await secretOf(ctx, endpointId)
  if (endpointId === null || secret === null || sourceId === null)
    return { kind: 'stuck', words: 'The address here is gone. Take the route away and connect it again.' }
  const name = destinationName(endpointId)
  const all = await segment.destinations(sourceId)
  if (!all.ok) return { kind: 'problem', problem: all.problem }
  const found = all.value.find((one) => one.name === name && one.metadataId === webhooksActions)
  if (found) {
    const changed = await segment.changeDestinationSettings(found.id, { sharedSecret: secret })
    if (!changed.ok) return { kind: 'problem', problem: changed.problem }
    if (work.isOurs('destination', name)) await work.made({ kind: 'destination', name, id: found.id })
    return done(found.id, `The destination “${name}” is there, with the shared secret.`)
  }
  await work.intend({ kind: 'destination', name })
  const made = await segment.createDestination({
    sourceId,
    metadataId: webhooksActions,
    name,
    settings: { sharedSecret: secret },
  })
  if (!made.ok) return { kind: 'problem', problem: made.problem }
  await work.made({ kind: 'destination', name, id: made.value.id })
  return done(made.value.id, `The destination “${name}” was made, with the shared secret.`)
}
