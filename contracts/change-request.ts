import { z } from 'zod'
import { severities } from '@/domain/lint/severity'
import { conflictKinds } from '@/domain/merge/conflict-kind'
import { takes } from '@/domain/merge/take'
import { changeRequestStatuses, gateCodes, reviewVerdicts } from '@/domain/review/change-request'
import { checkConclusions, checkStatuses } from '@/domain/review/check'
import { bypassRoles } from '@/domain/review/policy'
import { ThreadView } from './comment'
import { ListQuery } from './listing'
import { ChangeView } from './plan'
import { RuleId } from './rule'

export const ChangeRequestStatus = z.enum(changeRequestStatuses)

/** A whole schema after, or null to remove the rule; the rule is named by its identity in the base version. */
export const EditInput = RuleId.extend({
  jsonSchema: z.union([z.record(z.string(), z.unknown()), z.boolean(), z.null()]),
  newKey: z.string().min(1).max(1_000).optional(),
  /** The exact text, when the sender has it; it wins over `jsonSchema` and must parse to the same value. */
  schemaText: z.string().max(2_000_000).optional(),
})

export type EditInput = z.infer<typeof EditInput>

const Title = z.string().trim().min(1, 'Give it a title.').max(200)
const Description = z.string().max(20_000)

export const CreateChangeRequest = z.object({
  title: Title,
  description: Description.optional(),
  edits: z.array(EditInput).max(10_000),
})

export type CreateChangeRequest = z.infer<typeof CreateChangeRequest>

export const SaveEdits = z.object({ edits: z.array(EditInput).max(10_000), fingerprint: z.string() })

export type SaveEdits = z.infer<typeof SaveEdits>

export const DescribeChangeRequest = z.object({
  title: Title.optional(),
  description: Description.optional(),
})

export type DescribeChangeRequest = z.infer<typeof DescribeChangeRequest>

export const GiveReview = z.object({
  verdict: z.enum(reviewVerdicts),
  body: z.string().max(20_000).optional(),
  fingerprint: z.string(),
  /** The rules that the verdict is about; all that the request edits when absent. */
  rules: z.array(RuleId).min(1).max(10_000).optional(),
})

export type GiveReview = z.infer<typeof GiveReview>

const GatePerson = z.object({ id: z.string(), name: z.string() })

export const GateView = z.object({
  code: z.enum(gateCodes),
  message: z.string(),
  clearedBy: z.string(),
  action: z.string().optional(),
  /** The rules that it is about; `lacking`: how many more people have to approve. */
  rules: z.array(RuleId.extend({ lacking: z.int().optional() })).optional(),
  /** Of `owner-missing`: the area and the group that answers for it. */
  area: z.object({ name: z.string(), group: GatePerson }).optional(),
  /** Who could clear it now, where persons can. */
  people: z.array(GatePerson).optional(),
  /** The roles that may publish past it with a reason. */
  bypassRoles: z.array(z.enum(bypassRoles)).optional(),
  /** The instant at which it goes by itself: the hour of a publish, or the next at which the plan may be published. */
  until: z.string().optional(),
})

export type GateView = z.infer<typeof GateView>

/** A request that another waits behind; null: another write to the plan. `halted`: it stopped and needs a person. */
const QueueNeighbour = z.object({ number: z.number().int().nullable(), halted: z.boolean() })

/** A publish that somebody asked for and that has not begun. */
const WaitingPublish = z.object({
  /** Its hour, while that is to come; null for one that waits for its turn. */
  at: z.string().nullable(),
  since: z.string(),
  /** Who asked for it. */
  by: z.string(),
  /** From 1; null while its hour is to come. */
  place: z.number().int().nullable(),
  behind: QueueNeighbour.nullable(),
  /** When the plan may be published again, where it is the next one and waits for that. */
  opens: z.string().nullable(),
  /** It goes past what the policy asks for. */
  bypass: z.boolean(),
})

export type WaitingPublish = z.infer<typeof WaitingPublish>

/** `under-way` and `halted` come first, then those that wait for their turn, then those that wait for their hour. */
export const PublishQueueEntry = z.object({
  number: z.number().int(),
  title: z.string(),
  author: z.string(),
  state: z.enum(['under-way', 'halted', 'waiting', 'scheduled']),
  /** The hour of a scheduled one. */
  at: z.string().nullable(),
  since: z.string().nullable(),
  /** When the plan may be published again, for the next one where it waits for that. */
  opens: z.string().nullable(),
  /** Who asked for the publish; null once it has begun. */
  by: z.string().nullable(),
  can: z.object({ leave: z.boolean() }),
})

export type PublishQueueEntry = z.infer<typeof PublishQueueEntry>

/**
 * `at`: not before this instant. `bypass` publishes without what the policy asks for, also at an hour outside of its
 * windows; nothing else is passed over.
 */
export const PublishChangeRequest = z.object({
  at: z.iso.datetime().optional(),
  bypass: z.object({ reason: z.string().trim().min(10, 'Say why, in a few words.').max(2_000) }).optional(),
})

export type PublishChangeRequest = z.infer<typeof PublishChangeRequest>

export const EditView = RuleId.extend({
  newKey: z.string().optional(),
  before: z.unknown(),
  after: z.unknown(),
  beforeText: z.string().nullable(),
  afterText: z.string().nullable(),
  by: z.string(),
  /** The text as it was typed, where an update has merged it with what the plan changed in the same rule. */
  typedText: z.string().optional(),
})

export type EditView = z.infer<typeof EditView>

export const ApprovalView = z.object({
  by: z.string(),
  at: z.string(),
  verdict: z.enum(reviewVerdicts),
  body: z.string(),
  /** True when nothing of what was judged stands any more. */
  stale: z.boolean(),
  /** False when it does not count: own edits, role, or a token minted by an author. */
  counts: z.boolean(),
  /** The rules for which the verdict still holds: their base and edit are what the reviewer saw. */
  covers: z.array(RuleId),
})

export type ApprovalView = z.infer<typeof ApprovalView>

/** `id`, `severity` and `isNew` are those of lint: `isNew` is false for what the plan had before the request. */
export const CheckFinding = z.object({
  rule: RuleId.optional(),
  pointer: z.string().optional(),
  message: z.string(),
  id: z.string().optional(),
  severity: z.enum(severities).optional(),
  isNew: z.boolean().optional(),
})

export type CheckFinding = z.infer<typeof CheckFinding>

export const CheckView = z.object({
  name: z.string(),
  status: z.enum(checkStatuses),
  conclusion: z.enum(checkConclusions).optional(),
  reason: z.string().optional(),
  findings: z.array(CheckFinding),
})

export type CheckView = z.infer<typeof CheckView>

/** What can stand where both sides collide; `both` where they add up. */
const Take = z.enum(takes)

/**
 * One place that this request (`ours`) and the plan (`theirs`) both changed since the request's base. A value that is
 * absent means that nothing stands there; of a rule as a whole it is null.
 */
export const ConflictView = z.object({
  rule: RuleId,
  pointer: z.string(),
  base: z.unknown().optional(),
  ours: z.unknown().optional(),
  theirs: z.unknown().optional(),
  /** `name`: what the rule is called; the sides are names. */
  kind: z.enum(conflictKinds),
  /** The place in the rule's schema, `''` for the whole of it. */
  schemaPointer: z.string(),
  /** Keywords that collide there as one; the sides hold only those. */
  keywords: z.array(z.string()).optional(),
  /** Every way out, with what stands there then as JSON text, to the last digit; no text where nothing does. */
  resolutions: z.array(z.object({ take: Take, text: z.string().optional() })),
  /** What stood there when the request began, as JSON text. */
  baseText: z.string().optional(),
  /** Once for each rule: its schema with both edits together, and ours where they collide. */
  mergedText: z.string().optional(),
  /** Once for each rule: the text of the edit as it was typed; none where it removes the rule. */
  typedText: z.string().optional(),
  /** The plan version that `theirs` is from. */
  head: z.number().int(),
})

export type ConflictView = z.infer<typeof ConflictView>

export const TimelineEntry = z.object({
  at: z.string(),
  by: z.string(),
  kind: z.string(),
  sentence: z.string(),
  body: z.string().optional(),
})

/** What a publish will do, or did, in one target. */
export const PublishPreview = z.object({
  plan: z.string(),
  workspace: z.string(),
  added: z.number().int(),
  updated: z.number().int(),
  renamed: z.number().int(),
  removed: z.number().int(),
  calls: z.number().int(),
  sentence: z.string(),
  operations: z.array(
    z.object({
      kind: z.enum(['add', 'update', 'rename', 'remove']),
      rule: RuleId,
      newKey: z.string().optional(),
    }),
  ),
})

export type PublishPreview = z.infer<typeof PublishPreview>

export const ChangeRequestSummary = z.object({
  number: z.number().int(),
  title: z.string(),
  description: z.string(),
  author: z.string(),
  authorId: z.string(),
  status: ChangeRequestStatus,
  base: z.number().int(),
  fingerprint: z.string(),
  approvals: z.array(ApprovalView),
  gates: z.array(GateView),
  checks: z.array(CheckView),
  jobId: z.string().nullable(),
  waiting: WaitingPublish.nullable(),
  version: z.number().int().nullable(),
  editCount: z.number().int(),
  /** Threads that nobody has resolved. */
  unresolved: z.number().int(),
  /** Somebody mentioned the person who asks, who has not answered. */
  mentionsYou: z.boolean(),
  createdAt: z.string(),
  updatedAt: z.string(),
  plan: z.object({ id: z.string(), name: z.string() }),
  /** The version of another plan that it brings on to this one; `from` was promoted before, null at the first time. */
  promotes: z
    .object({
      plan: z.object({ id: z.string(), name: z.string() }),
      version: z.number().int(),
      from: z.number().int().nullable(),
    })
    .optional(),
})

export type ChangeRequestSummary = z.infer<typeof ChangeRequestSummary>

export const ChangeRequestView = ChangeRequestSummary.extend({
  edits: z.array(EditView),
  conflicts: z.array(ConflictView),
  changes: z.array(ChangeView),
  timeline: z.array(TimelineEntry),
  /** What was said about it, oldest thread first. */
  threads: z.array(ThreadView),
  /** What the person who asks may do now; the same rules are checked again when they do it. */
  can: z.object({
    edit: z.boolean(),
    submit: z.boolean(),
    withdraw: z.boolean(),
    close: z.boolean(),
    reopen: z.boolean(),
    update: z.boolean(),
    review: z.boolean(),
    approve: z.boolean(),
    publish: z.boolean(),
    /** Have it published at an hour to come. */
    schedule: z.boolean(),
    /** Call a publish off that waits. */
    unschedule: z.boolean(),
    /** Publish past what the policy asks for, with a reason. */
    bypass: z.boolean(),
    resume: z.boolean(),
    abandon: z.boolean(),
    revert: z.boolean(),
    comment: z.boolean(),
    /** Say something about the request as a whole: whoever may comment, or is mentioned in a review. */
    answer: z.boolean(),
  }),
  publishError: z.object({ code: z.string(), message: z.string() }).nullable(),
})

export type ChangeRequestView = z.infer<typeof ChangeRequestView>

export const ListChangeRequests = ListQuery.extend({
  status: z.string().max(200).optional(),
  author: z.string().max(320).optional(),
  q: z.string().max(200).optional(),
  waitingForMe: z.stringbool().optional(),
})

export type ListChangeRequests = z.infer<typeof ListChangeRequests>

/**
 * A person's answer to a conflict of `update`. A choice that names no place counts for every place of its rule that has
 * none of its own. `edited` goes on with `schemaText`, a whole schema written by hand.
 */
const ConflictChoice = z
  .object({
    rule: RuleId,
    take: z.enum([...takes, 'edited']),
    kind: z.enum(conflictKinds).optional(),
    schemaPointer: z.string().max(10_000).optional(),
    keywords: z.array(z.string().max(1_000)).max(100).optional(),
    schemaText: z.string().max(2_000_000).optional(),
  })
  .refine(({ take, schemaText }) => take !== 'edited' || schemaText !== undefined, {
    path: ['schemaText'],
    message: 'Send the text that was written.',
  })

export const ResolveConflicts = z.object({
  fingerprint: z.string(),
  /** The version that the conflicts were shown for; `stale` where the plan has moved on since. */
  head: z.number().int().optional(),
  choices: z.array(ConflictChoice).min(1).max(10_000),
})

export type ResolveConflicts = z.infer<typeof ResolveConflicts>
