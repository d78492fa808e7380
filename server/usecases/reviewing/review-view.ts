import type { ChangeView } from '@/contracts/plan'
import type { EditGroupView, GroupedEdit, ReviewView } from '@/contracts/review-view'
import { ruleIdOf, ruleKey } from '@/domain/plan/rule-id'
import { type Decision, decisionsOf } from '@/domain/review/decisions'
import { editFingerprint } from '@/domain/review/edit-fingerprint'
import { kindOf } from '@/domain/review/edit-kind'
import { firstFindings } from '@/domain/review/same-findings'
import type { Context } from '@/server/ports/context'
import type { Stores } from '@/server/ports/stores'
import { commonView } from '../change-requests/change-request-view'
import type { RequestName, SkimmedEdit } from '../change-requests/load-change-request'
import { factsOf, surroundingsIn } from '../change-requests/request-facts'
import { skimChangeRequest } from '../change-requests/skim-change-request'
import { requestGroups } from './request-groups'

/** Groups from here on leave out what is only seen when one of them is opened, so that many make no long answer. */
const wholeGroups = 40

/** Reads a request as reviewers do, inside a transaction. */
export const readReviewView = async (
  ctx: Context,
  stores: Stores,
  name: RequestName,
): Promise<ReviewView> => {
  const facts = await factsOf(await skimChangeRequest(ctx, stores, name), await surroundingsIn(ctx, stores))
  const { edits, reviews, request, nameOf } = facts
  const person = ctx.actor.personId
  const decisions =
    person === null
      ? new Map<string, Decision>()
      : decisionsOf(edits, person, reviews, await stores.changeRequests.looks(request.id, person))
  const groups = await requestGroups(ctx, stores, facts)
  const { checks, gates, ...common } = await commonView(ctx, stores, facts)
  return {
    ...common,
    checks: checks.map((check) => {
      const { findings, more } = firstFindings(check.findings)
      return { ...check, findings: [...findings], more }
    }),
    gates: gates.map(({ rules: _, ...gate }) => gate),
    groups: groups.map(({ id, edits: alike, levels, changes }, at): EditGroupView => {
      const whole = at < wholeGroups
      return {
        id,
        senders: levels?.senders ?? 'documentation',
        readers: levels?.readers ?? 'documentation',
        changes: whole ? [...changes] : changes.map(inShort),
        whole,
        edits: alike.map((edit) => groupedEdit(edit, nameOf, decisions.get(ruleKey(edit)) ?? null)),
      }
    }),
  }
}

const groupedEdit = (
  edit: SkimmedEdit,
  nameOf: (person: string) => string,
  decision: Decision | null,
): GroupedEdit => ({
  ...ruleIdOf(edit),
  ...(edit.newKey === undefined ? {} : { newKey: edit.newKey }),
  kind: 'digest' in edit ? edit.kind : kindOf(edit),
  by: nameOf(edit.by),
  hash: editFingerprint(edit).slice(0, 16),
  decision,
})

const inShort = ({
  before,
  after,
  witness: _,
  refusals: __,
  pure: ___,
  ...change
}: ChangeView): ChangeView => (change.kind === 'description-changed' ? { ...change, before, after } : change)
