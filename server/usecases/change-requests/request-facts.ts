import type { CheckView, ConflictView } from '@/contracts/change-request'
import { ruleKey } from '@/domain/plan/rule-id'
import type { DriftedRule } from '@/domain/publish/drift'
import { type ReviewStanding, type ReviewTerms, reviewStanding } from '@/domain/review/approval'
import type { Gate } from '@/domain/review/change-request'
import { asksForTexts } from '@/domain/review/demand'
import { requestFingerprint } from '@/domain/review/edit-fingerprint'
import { gates } from '@/domain/review/gates'
import type { Mentionable } from '@/domain/review/mentions'
import { isOpen } from '@/domain/review/transition'
import type { Context } from '@/server/ports/context'
import type { Plan } from '@/server/ports/plan-store'
import type { Stores } from '@/server/ports/stores'
import { knownChecks } from '../checks/known-checks'
import { mentionableIn } from '../conversation/open-mentions'
import { type PlanQueue, planQueue, turnOf } from '../publish-queue/plan-queue'
import { planDrift } from '../publishing/plan-drift'
import { checkEdits } from './check-edits'
import { findConflicts } from './find-conflicts'
import { isBehind, type PlanHead, renamesBetween, seenFrom } from './head-of-plan'
import type { LoadedRequest, SkimmedEdit, SkimmedRequest } from './load-change-request'
import { approversIn, type PolicyInForce, policyInForce, reviewTerms } from './review-terms'
import { unadoptedDrift } from './unadopted-drift'

/** What a request is judged by besides itself; read once for all requests of a list. */
export type Surroundings = {
  readonly now: string
  readonly approvers: ReadonlySet<string>
  readonly policy: (plan: Plan) => Promise<PolicyInForce>
  /** What the policy of its plan asks of a request. */
  readonly terms: (
    loaded: Pick<LoadedRequest, 'plan' | 'request'> &
      Pick<Parameters<typeof reviewTerms>[3], 'edits'> &
      Partial<Pick<SkimmedRequest, 'texts'>>,
  ) => Promise<ReviewTerms>
  readonly nameOf: (person: string) => string
  readonly mentionable: Mentionable
  /** The plan's newest version, as a request sees it that began on another one. */
  readonly headSince: (plan: Plan, since: number) => Promise<PlanHead>
  readonly drift: (plan: Plan) => Promise<readonly DriftedRule[]>
  /** What is on its way to Segment, and what waits for it. */
  readonly queue: (plan: Plan) => Promise<PlanQueue>
  /** The checks that a job makes, as they stand. */
  readonly jobChecks: (loaded: SkimmedRequest, fingerprint: string) => Promise<readonly CheckView[]>
}

/** A request with what came of judging it. */
export type RequestFacts<Of extends SkimmedEdit = SkimmedEdit> = SkimmedRequest<Of> & {
  readonly fingerprint: string
  readonly standing: ReviewStanding
  readonly terms: ReviewTerms
  readonly checks: readonly CheckView[]
  readonly conflicts: readonly ConflictView[]
  readonly gates: readonly Gate[]
  readonly queue: PlanQueue
  readonly nameOf: (person: string) => string
  readonly mentionable: Mentionable
}

export const surroundingsIn = async (ctx: Context, stores: Stores): Promise<Surroundings> => {
  const names = new Map((await stores.people.list()).map(({ id, name }) => [id, name]))
  const headRules = oncePerPlan(({ id, headVersion }) =>
    headVersion === null ? Promise.resolve([]) : stores.rules.ofVersion(id, headVersion),
  )
  const renamesSince = oncePer(
    (plan: Plan, since: number) => `${plan.id} ${since}`,
    ({ id, headVersion }, since) => renamesBetween(stores, id, since, headVersion ?? since),
  )
  const policy = oncePerPlan((plan) => policyInForce(stores, plan))
  return {
    now: ctx.now(),
    approvers: await approversIn(stores),
    policy,
    terms: async ({ plan, request, edits, texts }) => {
      const inForce = await policy(plan)
      const read = texts !== undefined && asksForTexts(inForce.policy) ? await texts() : edits
      return reviewTerms(ctx, stores, inForce, { request, edits: read })
    },
    nameOf: (person) => names.get(person) ?? 'somebody who left',
    mentionable: await mentionableIn(stores),
    headSince: async (plan, since) => ({
      version: plan.headVersion ?? since,
      rules: await headRules(plan),
      renames: await renamesSince(plan, since),
    }),
    drift: oncePerPlan((plan) => planDrift(ctx, stores, plan)),
    queue: oncePerPlan((plan) => planQueue(ctx, stores, plan)),
    jobChecks: (loaded, fingerprint) => knownChecks(stores, ctx.judge.engine, loaded, fingerprint),
  }
}

const oncePer = <Asked extends readonly unknown[], T>(
  keyOf: (...asked: Asked) => string,
  read: (...asked: Asked) => Promise<T>,
): ((...asked: Asked) => Promise<T>) => {
  const known = new Map<string, Promise<T>>()
  return (...asked) => {
    const found = known.get(keyOf(...asked)) ?? read(...asked)
    known.set(keyOf(...asked), found)
    return found
  }
}

const oncePerPlan = <T>(read: (plan: Plan) => Promise<T>): ((plan: Plan) => Promise<T>) =>
  oncePer(({ id }: Plan) => id, read)

/** Judges a request as it stands now. What is closed or on its way to Segment has no gates. */
export const factsOf = async <Of extends SkimmedEdit>(
  loaded: SkimmedRequest<Of>,
  around: Surroundings,
): Promise<RequestFacts<Of>> => {
  const { plan, request, edits, reviews, texts } = loaded
  const open = isOpen(request.status)
  const headVersion = plan.headVersion ?? request.baseVersion
  const terms = await around.terms(loaded)
  const standing = reviewStanding(edits, reviews, around.approvers, terms)
  const isLate = open && isBehind(plan, request)
  const conflicts = isLate
    ? findConflicts(await texts(), seenFrom(request, await around.headSince(plan, request.baseVersion)))
    : []
  const fingerprint = requestFingerprint(edits)
  const checks = [
    ...checkEdits(edits, { isUpToDate: !isLate }),
    ...(await around.jobChecks(loaded, fingerprint)),
  ]
  const reviewers = new Map(reviews.map(({ by, byName }) => [by, byName]))
  const nameOf = (person: string) => reviewers.get(person) ?? around.nameOf(person)
  const { baseVersion } = request
  const queue = await around.queue(plan)
  const { now } = around
  const waiting = turnOf(queue, request, now)
  const versions = { baseVersion, headVersion, isUnmerged: request.promotion?.unsettled === true }
  const drift = open ? await around.drift(plan) : []
  const judged = { editCount: edits.length, standing, terms, nameOf, ...versions, waiting, now }
  return {
    ...loaded,
    fingerprint,
    standing,
    terms,
    checks,
    conflicts,
    nameOf,
    mentionable: around.mentionable,
    queue,
    gates: open
      ? gates({
          ...judged,
          conflicts: [...new Map(conflicts.map(({ rule }) => [ruleKey(rule), rule])).values()],
          drift: drift.length === 0 ? [] : unadoptedDrift(drift, await texts()),
          checks,
        })
      : [],
  }
}
