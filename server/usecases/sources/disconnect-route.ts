import { forwardingSetting, receiverSlug } from '@/domain/sources/route-guide'
import type { Context } from '@/server/ports/context'
import type { JobRun, JobRunEnd } from '@/server/ports/job-runner'
import type { RouteAddress } from '@/server/ports/job-store'
import type { SegmentAnswer, SegmentProblem } from '@/server/ports/segment-gateway'
import { endOfProblem } from '../jobs/end-of-problem'
import { segmentProblemWords } from '../segment-problem'
import { handOver } from './hand-over'
import { destinationName } from './make-destination'
import { type RouteWork, routeWork } from './route-work'
import { waitForOthers } from './wait-for-others'

type DisconnectJob = RouteAddress & Pick<JobRun<'disconnect-route'>, 'id' | 'lastAttempt'>

/**
 * The job that takes a route away: what was made for it in Segment, unless another route of the workspace stands on
 * it, and nothing else. A setting that somebody has changed since stays as they set it.
 */
export const disconnectRoute = async (ctx: Context, job: DisconnectJob): Promise<JobRunEnd> => {
  if (await waitForOthers(ctx, job, job.id)) return { waits: true }
  const work = await routeWork(ctx, job)
  if (!work) return { done: { removed: true } }
  const turnedOff = await turnOff(work)
  if (!turnedOff.ok) return keepProblem(work, turnedOff.problem, job.lastAttempt)
  const isShared = await handOver(work)
  if (!isShared) {
    const removed = await removeMade(work)
    if (!removed.ok) return keepProblem(work, removed.problem, job.lastAttempt)
  }
  await close(work, isShared)
  return { done: { route: job.route, removed: true } }
}

const fine: SegmentAnswer<null> = { ok: true, value: null }

const turnOff = async ({ ctx, segment, source, record, forget }: RouteWork): Promise<SegmentAnswer<null>> => {
  const key = forwardingSetting[record().route]
  const ours = record().made.find(({ kind, name }) => kind === 'setting' && name === key)
  if (key === null || !ours) return fine
  const settings = await segment.sourceSettings(source.id)
  if (!settings.ok) return settings.problem.kind === 'not-found' ? fine : settings
  if (settings.value[key] === ours.id) {
    const { [key]: _, ...rest } = settings.value
    const changed = await segment.changeSourceSettings(source.id, rest)
    if (!changed.ok) return changed
    await ctx.transaction(({ sources }) =>
      sources.setSettings(source.workspaceId, source.id, rest, ctx.now()),
    )
  }
  await forget('setting')
  return fine
}

/** The webhook first, so that nothing is sent to an address that is gone. What was only intended is looked for. */
const removeMade = async (work: RouteWork): Promise<SegmentAnswer<null>> => {
  const { segment, source, record, stepId } = work
  const destination = record().made.find(({ kind }) => kind === 'destination')
  if (destination) {
    const on = record().route === 'inline' ? source.id : stepId('receiver')
    const id = destination.id ?? (on === null ? null : await idOf(segment.destinations(on), destination.name))
    const removed = id === null ? fine : orGone(await segment.removeDestination(id))
    if (!removed.ok) return removed
    await work.forget('destination')
  }
  const receiver = record().made.find(({ kind }) => kind === 'source')
  if (!receiver) return fine
  const all = await segment.sources()
  if (!all.ok) return all
  const found = all.value.find(({ id, slug }) => id === receiver.id || slug === receiverSlug)
  const removed = found ? orGone(await segment.removeSource(found.id)) : fine
  if (!removed.ok) return removed
  await work.forget('source')
  return fine
}

const idOf = async (
  destinations: Promise<SegmentAnswer<readonly { readonly id: string; readonly name: string }[]>>,
  name: string,
): Promise<string | null> => {
  const all = await destinations
  return all.ok ? (all.value.find((one) => one.name === name)?.id ?? null) : null
}

const orGone = (answer: SegmentAnswer<null>): SegmentAnswer<null> =>
  !answer.ok && answer.problem.kind === 'not-found' ? fine : answer

const close = ({ ctx, workspace, source, record }: RouteWork, isShared: boolean): Promise<void> =>
  ctx.transaction(async (stores) => {
    const { route, endpointId } = record()
    await stores.routes.remove(workspace.id, source.id, route, ctx.now())
    if (endpointId !== null && !isShared) await stores.endpoints.remove(endpointId)
    await stores.audit.append({
      chain: workspace.id,
      actor: ctx.actor,
      at: ctx.now(),
      action: 'route-disconnected',
      subject: `source:${source.id}`,
      details: { route, webhook: endpointId === null ? null : destinationName(endpointId), kept: isShared },
    })
  })

const keepProblem = async (
  work: RouteWork,
  problem: SegmentProblem,
  lastAttempt: boolean,
): Promise<JobRunEnd> => {
  const end = endOfProblem(problem, work.workspace)
  if (!('retry' in end) || lastAttempt) {
    const { message } = segmentProblemWords(problem, work.workspace)
    const [first] = work.record().steps
    if (first)
      await work.keepStep({ ...first, state: 'failed', words: `It could not be taken away: ${message}` })
    await work.keep({ status: 'failed' })
  }
  return end
}
