import type {
  ApprovalView,
  ChangeRequestSummary,
  ChangeRequestView,
  EditView,
  GateView,
} from '@/contracts/change-request'
import type { Json } from '@/domain/plan/json'
import { compareRuleIds, ruleIdOf, ruleKey } from '@/domain/plan/rule-id'
import type { Gate } from '@/domain/review/change-request'
import type { Promotion, StoredEdit } from '@/server/ports/change-request-store'
import type { Actor, Context } from '@/server/ports/context'
import type { Stores } from '@/server/ports/stores'
import { judgedChanges } from '../checks/judged-changes'
import { mentionsOpenly } from '../conversation/open-mentions'
import { isUnresolved, threadView } from '../conversation/thread-view'
import { behindWhom, opensFor } from '../publish-queue/plan-queue'
import { asSkimmed, type LoadedRequest, lookAtChangeRequest, type RequestName } from './load-change-request'
import { factsOf, type RequestFacts, surroundingsIn } from './request-facts'
import { timelineOf } from './request-timeline'
import { whatActorCan } from './what-actor-can'

/** Reads a request as it stands at the end of a use case, inside its transaction. */
export const readView = async (ctx: Context, stores: Stores, name: RequestName): Promise<ChangeRequestView> =>
  changeRequestView(ctx, stores, await lookAtChangeRequest(stores, name))

export const changeRequestView = async (
  ctx: Context,
  stores: Stores,
  loaded: LoadedRequest,
): Promise<ChangeRequestView> => {
  const { request, edits } = loaded
  const facts = await factsOf(asSkimmed(loaded), await surroundingsIn(ctx, stores))
  const changes = await judgedChanges(stores, ctx.judge.engine, { request, edits })
  return {
    ...(await commonView(ctx, stores, facts)),
    edits: edits.map((edit) => editView(edit, facts.nameOf)),
    changes: [...edits].sort(compareRuleIds).flatMap((edit) => changes.get(ruleKey(edit)) ?? []),
  }
}

/** A request as everybody reads it, whatever they want to know of its edits. */
export const commonView = async (
  { actor }: Context,
  stores: Stores,
  facts: RequestFacts,
): Promise<Omit<ChangeRequestView, 'edits' | 'changes'>> => {
  const { request, conflicts, threads } = facts
  const discussed = threads.flatMap(({ rule }) => (rule === null ? [] : [rule]))
  const place = { ...facts, edits: discussed.length === 0 ? [] : await facts.texts(discussed) }
  const job = request.jobId === null ? null : await stores.jobs.find(request.jobId)
  const isJobUnfinished = job?.status === 'queued' || job?.status === 'running'
  return {
    ...summaryOfFacts(actor, facts),
    conflicts: [...conflicts],
    timeline: await timelineOf(stores, facts),
    threads: threads.map((thread) => threadView(actor, place, thread)),
    can: whatActorCan(actor, facts, isJobUnfinished),
    publishError: request.publishError,
  }
}

export const summaryOfFacts = (actor: Actor, facts: RequestFacts): ChangeRequestSummary => {
  const { plan, request, edits, fingerprint, gates, checks, threads } = facts
  return {
    number: request.number,
    title: request.title,
    description: request.description,
    author: request.authorName,
    authorId: request.authorId,
    status: request.status,
    base: request.baseVersion,
    fingerprint,
    approvals: approvalViews(facts),
    gates: gates.map(gateView),
    checks: [...checks],
    jobId: request.jobId,
    waiting: waitingView(facts),
    version: request.publishedVersion,
    editCount: edits.length,
    unresolved: threads.filter(isUnresolved).length,
    mentionsYou: actor.personId !== null && mentionsOpenly(facts, actor.personId, facts.mentionable),
    createdAt: request.createdAt,
    updatedAt: request.updatedAt,
    plan: { id: plan.id, name: plan.name },
    ...(request.promotion === null ? {} : { promotes: promotes(request.promotion) }),
  }
}

const promotes = ({ upstreamPlanId, upstreamPlanName, version, from }: Promotion) => ({
  plan: { id: upstreamPlanId, name: upstreamPlanName },
  version,
  from,
})

const approvalViews = ({ standing, nameOf }: RequestFacts): ApprovalView[] =>
  standing.reviews.map(({ by, at, verdict, body, stale, counts, held }) => ({
    by: nameOf(by),
    at,
    verdict,
    body,
    stale,
    counts,
    covers: held.map(ruleIdOf),
  }))

/** Lists of its own, as contracts have them. */
const waitingView = ({ request, queue }: RequestFacts): ChangeRequestSummary['waiting'] => {
  const { waiting } = request
  if (waiting === null) return null
  const at = queue.waiting.findIndex(({ id }) => id === request.id)
  return {
    at: at === -1 ? waiting.at : null,
    since: waiting.since,
    by: waiting.byName,
    place: at === -1 ? null : at + 1,
    behind: at === -1 ? null : behindWhom(queue, request.id),
    opens: opensFor(queue, request.id),
    bypass: waiting.bypass !== null,
  }
}

const gateView = ({ rules, people, bypassRoles, ...gate }: Gate): GateView => ({
  ...gate,
  ...(rules === undefined ? {} : { rules: [...rules] }),
  ...(people === undefined ? {} : { people: [...people] }),
  ...(bypassRoles === undefined ? {} : { bypassRoles: [...bypassRoles] }),
})

export const editView = (edit: StoredEdit, nameOf: (person: string) => string): EditView => ({
  ...ruleIdOf(edit),
  ...(edit.newKey === undefined ? {} : { newKey: edit.newKey }),
  before: schemaOf(edit.before),
  after: schemaOf(edit.after),
  beforeText: edit.before,
  afterText: edit.after,
  by: nameOf(edit.by),
  ...(edit.mergedFrom === undefined ? {} : { typedText: edit.mergedFrom.ours }),
})

const schemaOf = (text: string | null): Json => (text === null ? null : (JSON.parse(text) as Json))
