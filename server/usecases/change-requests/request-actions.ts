import type { Json } from '@/domain/plan/json'
import type { AuditEntry } from '@/server/ports/audit-store'

type Details = AuditEntry['details']

/** Everything that changes a request, as the audit chain names it, with the words of its timeline. */
const sentences = {
  'change-request-created': () => 'opened the request',
  'change-request-described': () => 'changed title or description',
  'change-request-edits-saved': ({ edits }: Details) => `saved ${edits} ${edits === 1 ? 'edit' : 'edits'}`,
  'change-request-submitted': () => 'submitted it for review',
  'change-request-withdrawn': () => 'took it back from review',
  'change-request-closed': () => 'closed it',
  'change-request-reopened': () => 'reopened it',
  'change-request-updated': ({ base }: Details) => `brought it up to date with version ${base}`,
  'change-request-conflicts-resolved': ({ base }: Details) => `settled the conflicts with version ${base}`,
  'change-request-reviewed': () => 'reviewed it',
  'comment-added': () => 'commented',
  'comment-edited': () => 'edited a comment',
  'comment-deleted': () => 'deleted a comment',
  'suggestion-applied': ({ of }: Details) => `took over a suggestion of ${of}`,
  'thread-resolved': () => 'resolved a thread',
  'thread-reopened': () => 'reopened a thread',
  'change-request-settled': ({ status, why }: Details) =>
    status === 'approved'
      ? `saw it approved as it is, since ${why}`
      : `moved it back to review, since ${why}`,
  'publish-scheduled': ({ at }: Details) => `scheduled its publish for ${utc(at)}`,
  'publish-queued': ({ behind }: Details) =>
    `put it into the publish queue${typeof behind === 'number' ? `, behind change request ${behind}` : ''}`,
  'publish-unscheduled': ({ at }: Details) =>
    at === null ? 'took it out of the publish queue' : `called off its publish of ${utc(at)}`,
  'publish-stopped': ({ message }: Details) => `did not publish it, and sent nothing: ${message}`,
  'publish-started': ({ version, bypass, askedBy }: Details) =>
    `started to publish it as version ${version}${askedBy === undefined ? '' : `, as ${askedBy} had asked`}${bypass === undefined ? '' : ', without the approvals that the policy asks for'}`,
  'publish-succeeded': ({ version }: Details) => `published version ${version}: Segment holds it now`,
  'publish-failed': ({ message }: Details) => `could not publish it: ${message}`,
  'publish-resumed': () => 'started the publish again',
  'publish-abandon-started': () => 'gave the publish up; Segment is being put back',
  'publish-abandon-failed': ({ message }: Details) => `could not put Segment back: ${message}`,
  'change-request-reverted': ({ number }: Details) => `opened change request ${number}, which takes it back`,
  'publish-abandoned': ({ version }: Details) => `put the old content back as version ${version}`,
} as const satisfies Record<string, (details: Details) => string>

/** A timeline is read in many zones. */
const utc = (instant: Json | undefined): string => `${String(instant).slice(0, 16).replace('T', ' ')} UTC`

export type RequestAction = keyof typeof sentences

/** The words for an entry of the audit chain; null for one that belongs to no timeline. */
export const actionSentence = (action: string, details: Details): string | null =>
  isRequestAction(action) ? sentences[action](details) : null

const isRequestAction = (action: string): action is RequestAction => Object.hasOwn(sentences, action)
