import type { z } from 'zod'
import type { TimelineEntry } from '@/contracts/change-request'
import { isJsonObject } from '@/domain/plan/json'
import type { ReviewVerdict } from '@/domain/review/change-request'
import type { AuditEntry } from '@/server/ports/audit-store'
import type { Stores } from '@/server/ports/stores'
import type { SkimmedRequest } from './load-change-request'
import { actionSentence, type RequestAction } from './request-actions'
import { requestSubject } from './request-subject'

type Entry = z.infer<typeof TimelineEntry>

/** What happened to a request, oldest first: what the audit chain holds of it, and what reviewers wrote. */
export const timelineOf = async (
  stores: Stores,
  { plan, request, edits, reviews }: SkimmedRequest,
): Promise<Entry[]> => {
  const entries = await stores.audit.ofSubject(requestSubject(plan.id, request.number))
  const verdicts = reviews.map(
    ({ at, byName, verdict, body, covers }): Entry => ({
      at,
      by: byName,
      kind: verdict,
      sentence: sentenceOf(verdict, covers.length, edits.length),
      ...(body === '' ? {} : { body }),
    }),
  )
  return [...entries.toReversed().flatMap(entryOf), ...verdicts].sort(byTime)
}

/** Reviews and threads show with their words, so their entries in the chain would only repeat them. */
const shownByThemselves: ReadonlySet<string> = new Set<RequestAction>([
  'change-request-reviewed',
  'comment-added',
  'comment-edited',
  'comment-deleted',
  'thread-resolved',
  'thread-reopened',
])

const entryOf = ({ at, actor, action, details }: AuditEntry): Entry[] => {
  const sentence = shownByThemselves.has(action) ? null : actionSentence(action, details)
  if (sentence === null) return []
  // Whoever published past the policy said why.
  const body =
    action === 'publish-started' && isJsonObject(details.bypass) ? details.bypass.reason : undefined
  return [{ at, by: actor.name, kind: action, sentence, ...(typeof body === 'string' ? { body } : {}) }]
}

const byTime = (a: Entry, b: Entry): number => (a.at === b.at ? 0 : a.at < b.at ? -1 : 1)

/** Whoever decides on the edits group by group says so of some of them at a time. */
const sentenceOf = (verdict: ReviewVerdict, covered: number, all: number): string =>
  covered === all || verdict === 'comment'
    ? verdictSentences[verdict]
    : `${verdict === 'approve' ? 'approved' : 'asked for changes of'} ${covered === 1 ? '1 edit' : `${covered} edits`}`

const verdictSentences: Readonly<Record<ReviewVerdict, string>> = {
  approve: 'approved the edits',
  'request-changes': 'asked for changes',
  comment: 'commented',
}
