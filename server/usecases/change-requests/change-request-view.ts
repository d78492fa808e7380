import type {
  ApprovalView,
  ChangeRequestSummary,
  ChangeRequestView,
  EditView,
} from '@/contracts/change-request'
import { diffRules } from '@/domain/diff/diff-rules'
import { idAfterEdit } from '@/domain/plan/apply-edits'
import type { Json } from '@/domain/plan/json'
import type { Rule } from '@/domain/plan/rule'
import { ruleFromText } from '@/domain/plan/rule-from-text'
import { ruleIdOf, ruleKey } from '@/domain/plan/rule-id'
import type { StoredEdit } from '@/server/ports/change-request-store'
import type { Actor, Context } from '@/server/ports/context'
import type { Stores } from '@/server/ports/stores'
import { changeView } from '../change-view'
import { type LoadedRequest, loadChangeRequest, type RequestName } from './load-change-request'
import { factsOf, type RequestFacts, surroundingsIn } from './request-facts'
import { timelineOf } from './request-timeline'
import { whatActorCan } from './what-actor-can'

/** Reads a request as it stands at the end of a use case, inside its transaction. */
export const readView = async (ctx: Context, stores: Stores, name: RequestName): Promise<ChangeRequestView> =>
  changeRequestView(ctx, stores, await loadChangeRequest(stores, name))

export const changeRequestView = async (
  ctx: Context,
  stores: Stores,
  loaded: LoadedRequest,
): Promise<ChangeRequestView> =>
  viewOfFacts(ctx.actor, stores, await factsOf(loaded, await surroundingsIn(stores)))

export const viewOfFacts = async (
  actor: Actor,
  stores: Stores,
  facts: RequestFacts,
): Promise<ChangeRequestView> => {
  const { request, edits, conflicts } = facts
  const job = request.jobId === null ? null : await stores.jobs.find(request.jobId)
  const isJobUnfinished = job?.status === 'queued' || job?.status === 'running'
  return {
    ...summaryOfFacts(facts),
    edits: edits.map((edit) => editView(edit, facts.nameOf)),
    conflicts: [...conflicts],
    changes: changesOf(edits),
    timeline: await timelineOf(stores, facts),
    can: whatActorCan(actor, facts, isJobUnfinished),
    publishError: request.publishError,
  }
}

export const summaryOfFacts = (facts: RequestFacts): ChangeRequestSummary => {
  const { plan, request, edits, fingerprint, gates, checks } = facts
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
    gates: [...gates],
    checks: [...checks],
    jobId: request.jobId,
    version: request.publishedVersion,
    editCount: edits.length,
    createdAt: request.createdAt,
    updatedAt: request.updatedAt,
    plan: { id: plan.id, name: plan.name },
  }
}

const approvalViews = ({ standing, nameOf }: RequestFacts): ApprovalView[] => {
  const now = new Map(standing.touched.map(({ rule, hash }) => [ruleKey(rule), hash]))
  return standing.reviews.map(({ by, at, verdict, body, stale, counts, covers }) => ({
    by: nameOf(by),
    at,
    verdict,
    body,
    stale,
    counts,
    covers: covers.filter(({ rule, hash }) => now.get(ruleKey(rule)) === hash).map(({ rule }) => rule),
  }))
}

const editView = (edit: StoredEdit, nameOf: (person: string) => string): EditView => ({
  ...ruleIdOf(edit),
  ...(edit.newKey === undefined ? {} : { newKey: edit.newKey }),
  before: schemaOf(edit.before),
  after: schemaOf(edit.after),
  beforeText: edit.before,
  afterText: edit.after,
  by: nameOf(edit.by),
})

const schemaOf = (text: string | null): Json => (text === null ? null : (JSON.parse(text) as Json))

/** The semantic diff of the edits alone; what else the plan holds does not matter for it. */
const changesOf = (edits: readonly StoredEdit[]): ChangeRequestView['changes'] => {
  const before = edits.flatMap((edit) => ruleOf(edit, edit.before))
  const after = edits.flatMap((edit) => ruleOf(idAfterEdit(edit), edit.after))
  const renames = edits
    .filter(({ newKey }) => newKey !== undefined)
    .map((edit) => ({ from: ruleIdOf(edit), to: idAfterEdit(edit) }))
  return diffRules(before, after, renames).map(changeView)
}

const ruleOf = (id: Parameters<typeof ruleFromText>[0], text: string | null): Rule[] => {
  if (text === null) return []
  const reading = ruleFromText(id, text)
  return reading.ok ? [reading.rule] : []
}
