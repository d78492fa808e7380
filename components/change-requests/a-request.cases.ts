import type { ChangeRequestView, EditView } from '@/contracts/change-request'

/** An edit for tests; only what matters has to be said. */
export const anEdit = (key: string, set: Partial<EditView> = {}): EditView => ({
  type: 'TRACK',
  key,
  version: 1,
  before: { description: 'old' },
  after: { description: 'new' },
  beforeText: '{"description":"old"}',
  afterText: '{"description":"new"}',
  by: 'Ada Author',
  ...set,
})

const nothing: ChangeRequestView['can'] = {
  edit: false,
  submit: false,
  withdraw: false,
  close: false,
  reopen: false,
  update: false,
  review: false,
  approve: false,
  publish: false,
  bypass: false,
  resume: false,
  abandon: false,
  revert: false,
  comment: false,
}

type Set = Partial<Omit<ChangeRequestView, 'can'>> & { readonly can?: Partial<ChangeRequestView['can']> }

/** A change request for tests, in review and with one edit; nobody may do anything but what `can` says. */
export const aRequest = ({ can, ...set }: Set = {}): ChangeRequestView => {
  const edits = set.edits ?? [anEdit('Order Completed')]
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
    version: null,
    editCount: edits.length,
    unresolved: 0,
    mentionsYou: false,
    createdAt: '2026-01-01T10:00:00.000Z',
    updatedAt: '2026-01-01T10:00:00.000Z',
    plan: { id: 'p1', name: 'Storefront' },
    conflicts: [],
    changes: [],
    timeline: [],
    threads: [],
    publishError: null,
    ...set,
    edits,
    can: { ...nothing, ...can },
  }
}
