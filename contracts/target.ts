import { z } from 'zod'
import { changeRequestStatuses } from '@/domain/review/change-request'
import { listOf } from './listing'
import { RuleId } from './rule'

const StageName = z.string().trim().min(1, 'Give the stage a name.').max(60)

/** One plan of a line of stages; `depth` counts the stages before it. */
export const TargetView = z.object({
  plan: z.object({ id: z.string(), name: z.string(), segmentId: z.string() }),
  workspace: z.object({ id: z.string(), name: z.string() }),
  /** Null for a first stage that nobody has named. */
  stage: z.string().nullable(),
  /** The plan that it follows, by id; null for the first stage. */
  follows: z.string().nullable(),
  depth: z.number().int(),
  headVersion: z.number().int().nullable(),
  liveVersion: z.number().int().nullable(),
  drift: z.object({ rules: z.number().int(), seenAt: z.string() }).nullable(),
  /** The version of the followed plan that was last promoted into it. */
  promoted: z.object({ version: z.number().int(), at: z.string() }).nullable(),
  /** How many versions of the followed plan, up to the live one, were not promoted yet; null where none is live. */
  behind: z.number().int().nullable(),
  /** The newest promotion into it that is neither published nor closed. */
  waiting: z
    .object({
      number: z.number().int(),
      version: z.number().int(),
      status: z.enum(changeRequestStatuses),
    })
    .nullable(),
})

export type TargetView = z.infer<typeof TargetView>

/** The whole line that a plan stands in, from its first stage on. */
export const TargetLine = listOf(TargetView).extend({
  can: z.object({ manage: z.boolean(), promote: z.boolean() }),
})

export type TargetLine = z.infer<typeof TargetLine>

/** A plan that is known already. */
export const KnownTarget = z.object({ target: z.string().min(1).max(100), stage: StageName })

/** A new tracking plan, made in Segment. */
export const NewTarget = z.object({
  workspace: z.string().min(1, 'Choose a workspace.').max(100),
  name: z.string().trim().min(1, 'Give the plan a name.').max(200),
  stage: StageName,
})

export type NewTarget = z.infer<typeof NewTarget>

export type AddTarget = z.infer<typeof KnownTarget> | NewTarget

/** `plan` names a plan that is known, by our id or Segment's `tp_…`; `workspace` and `name` make a new one there. */
export const AddTargetBody = z.union([
  z
    .object({ plan: KnownTarget.shape.target, stage: StageName })
    .transform(({ plan, stage }) => ({ target: plan, stage })),
  NewTarget,
])

/**
 * `follows` names the plan that it follows from now on, by our id or Segment's `tp_…`; what follows it goes along.
 * `position` counts from 0 among the plans that follow the same one.
 */
export const ChangeTarget = z.object({
  stage: StageName.optional(),
  follows: z.string().min(1).max(100).optional(),
  position: z.number().int().min(0).max(1_000).optional(),
})

export type ChangeTarget = z.infer<typeof ChangeTarget>

const Version = z.coerce.number().int().min(1).max(2_147_483_647)

/** `exact` also removes what only the target has, and overwrites what it changed itself. */
export const Promote = z.object({
  version: Version.optional(),
  title: z.string().trim().min(1, 'Give it a title.').max(200).optional(),
  exact: z.boolean().optional(),
})

export type Promote = z.infer<typeof Promote>

export const PreviewPromotion = z.object({ version: Version.optional(), exact: z.stringbool().optional() })

export type PreviewPromotion = z.infer<typeof PreviewPromotion>

/** What a promotion would ask for, by the names that the target uses. */
export const PromotionPreview = z.object({
  upstream: z.object({ id: z.string(), name: z.string(), liveVersion: z.number().int() }),
  target: z.object({ id: z.string(), name: z.string(), workspace: z.string() }),
  version: z.number().int(),
  /** What was promoted before; null at the first time. */
  from: z.number().int().nullable(),
  /** The open request that promotes this version already. */
  open: z.number().int().nullable(),
  added: z.array(RuleId),
  changed: z.array(RuleId),
  renamed: z.array(RuleId.extend({ newKey: z.string() })),
  removed: z.array(RuleId),
  /** `only-here`: upstream has no such rule; `differs`: it says something else; `left-out`: the target has it not. */
  kept: z.array(RuleId.extend({ why: z.enum(['only-here', 'differs', 'left-out']) })),
  /** Rules in which both sides changed the same place: a person settles them in the request. */
  conflicts: z.array(RuleId),
})

export type PromotionPreview = z.infer<typeof PromotionPreview>
