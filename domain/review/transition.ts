import type { ChangeRequestStatus } from './change-request'

export type Transition =
  | 'submit'
  | 'withdraw'
  | 'close'
  | 'reopen'
  /** Every touched rule has its approvals and nobody's request for changes stands. */
  | 'approve'
  | 'request-changes'
  /** An edit or a withdrawn verdict took an approval away. */
  | 'lapse'
  | 'publish'
  /** Publish without the approvals that the policy asks for, by somebody it lets. */
  | 'bypass'
  | 'publish-failed'
  | 'published'
  | 'resume'
  | 'abandon'

type Row = Readonly<Partial<Record<Transition, ChangeRequestStatus>>>

const table: Readonly<Record<ChangeRequestStatus, Row>> = {
  draft: { submit: 'in-review', close: 'closed' },
  'in-review': {
    withdraw: 'draft',
    close: 'closed',
    approve: 'approved',
    'request-changes': 'changes-requested',
    lapse: 'in-review',
    bypass: 'publishing',
  },
  'changes-requested': {
    submit: 'in-review',
    withdraw: 'draft',
    close: 'closed',
    approve: 'approved',
    'request-changes': 'changes-requested',
    lapse: 'changes-requested',
    bypass: 'publishing',
  },
  approved: {
    withdraw: 'draft',
    close: 'closed',
    approve: 'approved',
    'request-changes': 'changes-requested',
    lapse: 'in-review',
    publish: 'publishing',
    bypass: 'publishing',
  },
  publishing: { published: 'published', 'publish-failed': 'publish-failed' },
  'publish-failed': { resume: 'publishing', abandon: 'closed' },
  published: {},
  closed: { reopen: 'draft' },
}

/** Where a change request goes from here; null when it cannot. Who may do it is `can`'s question. */
export const transition = (status: ChangeRequestStatus, by: Transition): ChangeRequestStatus | null =>
  table[status][by] ?? null

/** What can happen next, for buttons and refusals. */
export const transitionsFrom = (status: ChangeRequestStatus): readonly Transition[] =>
  Object.keys(table[status]) as Transition[]

const editable: ReadonlySet<ChangeRequestStatus> = new Set([
  'draft',
  'in-review',
  'changes-requested',
  'approved',
])

/** Open requests take edits and `update`; the others are history or on their way to Segment. */
export const isOpen = (status: ChangeRequestStatus): boolean => editable.has(status)

/** Reviews are asked for once the author has submitted. */
export const isReviewable = (status: ChangeRequestStatus): boolean => isOpen(status) && status !== 'draft'

/** People can talk about a request until it is over; what failed half-way needs talk most of all. */
export const isOver = (status: ChangeRequestStatus): boolean => status === 'closed' || status === 'published'
