import { type RouteStepName, routeSteps } from '@/domain/sources/route-guide'
import type { Context } from '@/server/ports/context'
import type { JobRun, JobRunEnd } from '@/server/ports/job-runner'
import type { RouteAddress } from '@/server/ports/job-store'
import { endOfProblem } from '../jobs/end-of-problem'
import { segmentProblemWords } from '../segment-problem'
import { makeAddress } from './make-address'
import { makeDestination } from './make-destination'
import { makeMapping } from './make-mapping'
import { makeReceiver } from './make-receiver'
import type { StepOutcome } from './route-step'
import { type RouteWork, routeWork } from './route-work'
import { turnOnForwarding } from './turn-on-forwarding'
import { waitForOthers } from './wait-for-others'

const run: Readonly<Record<RouteStepName, (work: RouteWork) => Promise<StepOutcome>>> = {
  address: makeAddress,
  receiver: makeReceiver,
  destination: makeDestination,
  mapping: makeMapping,
  setting: turnOnForwarding,
}

type ConnectJob = RouteAddress & Pick<JobRun<'connect-route'>, 'id' | 'progress' | 'lastAttempt'>

/**
 * The job that sets a route up, step by step. Each step looks first for what is there, so it can be run again at any
 * point and makes nothing twice.
 */
export const connectRoute = async (ctx: Context, job: ConnectJob): Promise<JobRunEnd> => {
  if (await waitForOthers(ctx, job, job.id)) return { waits: true }
  const work = await routeWork(ctx, job)
  if (!work) return { done: { removed: true } }
  const steps = routeSteps[job.route]
  for (const [index, name] of steps.entries()) {
    await job.progress({ done: index, total: steps.length, unit: 'steps' })
    const outcome = await run[name](work)
    if (outcome.kind === 'problem') return keepProblem(work, name, outcome.problem, job.lastAttempt)
    if (outcome.kind === 'stuck') {
      await work.keepStep({ name, state: 'failed', words: outcome.words, id: null })
      await work.keep({ status: 'failed' })
      return { failed: { code: 'wrong-state', message: outcome.words } }
    }
    const id = outcome.kind === 'done' ? outcome.id : null
    await work.keepStep({ name, state: outcome.kind, words: outcome.words, id })
  }
  await job.progress({ done: steps.length, total: steps.length, unit: 'steps' })
  const isByHand = work.record().steps.some(({ state }) => state === 'by-hand')
  await work.keep({ status: isByHand ? 'by-hand' : 'connected' })
  return { done: { route: job.route, byHand: isByHand } }
}

const keepProblem = async (
  work: RouteWork,
  name: RouteStepName,
  problem: Parameters<typeof endOfProblem>[0],
  lastAttempt: boolean,
): Promise<JobRunEnd> => {
  const end = endOfProblem(problem, work.workspace)
  const goesOn = 'retry' in end && !lastAttempt
  const { message } = segmentProblemWords(problem, work.workspace)
  const words = goesOn ? `${message} It is tried again by itself.` : `${message} ${onward(problem.kind)}`
  await work.keepStep({ name, state: goesOn ? 'waiting' : 'failed', words: words.trim(), id: null })
  if (!goesOn) await work.keep({ status: 'failed' })
  return end
}

const onward = (kind: string): string =>
  kind === 'unauthorized'
    ? 'Connecting takes a token that may edit sources (Source Admin, or Workspace Owner); give the workspace such a token in the settings, then go on here.'
    : 'Nothing that was done so far is lost: going on starts at this step.'
