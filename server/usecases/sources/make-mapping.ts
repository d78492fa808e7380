import { routeTrigger } from '@/domain/sources/route-guide'
import type { SegmentProblem } from '@/server/ports/segment-gateway'
import { endpointUrl } from '../violations/endpoint-url'
import { done, type StepOutcome } from './route-step'
import type { RouteWork } from './route-work'

/**
 * The mapping that sends what fits to our address. Segment's call for it is alpha and off in some workspaces: then a
 * person adds it, with the values that the screen shows.
 */
export const makeMapping = async (work: RouteWork): Promise<StepOutcome> => {
  const { ctx, segment, source, record, stepId } = work
  const { route, endpointId } = record()
  const destinationId = stepId('destination')
  if (route === 'collector' || endpointId === null || destinationId === null)
    return { kind: 'stuck', words: 'The destination is not known. Take the route away and connect it again.' }
  const [url, trigger] = [endpointUrl(ctx.appUrl, endpointId), routeTrigger[route]]
  const all = await segment.subscriptions(destinationId)
  if (!all.ok) return isOff(all.problem) ? byHand : { kind: 'problem', problem: all.problem }
  const found = all.value.find((one) => one.settings.url === url && one.trigger === trigger)
  if (found) return done(found.id, 'The mapping is there.')
  const destinations = await segment.destinations(
    route === 'inline' ? source.id : (stepId('receiver') ?? source.id),
  )
  if (!destinations.ok) return { kind: 'problem', problem: destinations.problem }
  const action = destinations.value
    .find(({ id }) => id === destinationId)
    ?.actions.find(({ slug }) => slug === 'send')
  if (action === undefined) return byHand
  const made = await segment.createSubscription(destinationId, {
    name: `Plumbline ${route}`,
    actionId: action.id,
    trigger,
    enabled: true,
    settings: { url, method: 'POST', data: { '@path': '$.' }, enable_batching: false },
  })
  if (!made.ok) return isOff(made.problem) ? byHand : { kind: 'problem', problem: made.problem }
  return done(destinationId, 'The mapping was made.')
}

const byHand: StepOutcome = {
  kind: 'by-hand',
  words:
    'Segment does not let mappings be made from outside in this workspace. Add it in Segment: the destination, Mappings, New mapping, Send, with the values below. Then turn mapping and destination on.',
}

const isOff = ({ kind }: SegmentProblem): boolean =>
  kind === 'not-found' || kind === 'no-protocols' || kind === 'refused' || kind === 'unauthorized'
