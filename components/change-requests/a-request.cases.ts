import type { ChangeView } from '@/contracts/plan'
import type { EditGroupView, GroupedEdit, ReviewView } from '@/contracts/review-view'

/** An edit for tests; only what matters has to be said. */
export const anEdit = (key: string, set: Partial<GroupedEdit> = {}): GroupedEdit => ({
  type: 'TRACK',
  key,
  version: 1,
  kind: 'changed',
  by: 'Ada Author',
  hash: `hash of ${key}`,
  decision: null,
  ...set,
})

/** A group for tests: the edits given, with the changes given. */
export const aGroup = (
  edits: readonly GroupedEdit[],
  changes: readonly ChangeView[] = [],
): EditGroupView => ({
  id: edits.map(({ key }) => key).join(),
  senders: 'safe',
  readers: 'safe',
  changes: [...changes],
  whole: true,
  edits: [...edits],
})

const nothing: ReviewView['can'] = {
  edit: false,
  submit: false,
  withdraw: false,
  close: false,
  reopen: false,
  update: false,
  review: false,
  approve: false,
  publish: false,
  schedule: false,
  unschedule: false,
  bypass: false,
  resume: false,
  abandon: false,
  revert: false,
  comment: false,
  answer: false,
}

type Set = Partial<Omit<ReviewView, 'can'>> & { readonly can?: Partial<ReviewView['can']> }

/** A change request for tests, in review and with one edit; nobody may do anything but what `can` says. */
export const aRequest = ({ can, ...set }: Set = {}): ReviewView => {
  const groups = set.groups ?? [aGroup([anEdit('Order Completed')])]
  return {
    number: 7,
    title: 'Tell the currency',
    description: '',
    author: 'Ada Author',
    authorId: 'ada',
    status: 'in-review',
    base: 3,
    fingerprint: 'f1',
    approvals: [],
    gates: [],
    checks: [],
    jobId: null,
    waiting: null,
    version: null,
    editCount: groups.flatMap(({ edits }) => edits).length,
    unresolved: 0,
    mentionsYou: false,
    createdAt: '2026-01-01T10:00:00.000Z',
    updatedAt: '2026-01-01T10:00:00.000Z',
    plan: { id: 'p1', name: 'Storefront' },
    conflicts: [],
    timeline: [],
    threads: [],
    publishError: null,
    ...set,
    groups,
    can: { ...nothing, ...can },
  }
}
