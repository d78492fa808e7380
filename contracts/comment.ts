import { z } from 'zod'
import { ListQuery } from './listing'
import { ChangeView } from './plan'
import { RuleId } from './rule'

const Body = z.string().trim().min(1, 'Write something first.').max(20_000)

/** `rule` is one that the request edits; `pointer` a place in its messages, as `changes` name it. */
export const AddComment = z
  .object({
    body: Body,
    rule: RuleId.optional(),
    pointer: z
      .string()
      .max(10_000)
      .regex(/^(\/([^~]|~[01])*)?$/s, 'Not a JSON Pointer.')
      .optional(),
    /** The thread that this answers, instead of a place. */
    thread: z.string().max(100).optional(),
    /** JSON text of the schema that should stand at `pointer`, to the last digit; at `''` an object with `description` or `labels`. */
    suggestion: z.string().max(200_000).optional(),
  })
  .refine(({ rule, pointer }) => pointer === undefined || rule !== undefined, {
    path: ['rule'],
    message: 'A pointer needs its rule.',
  })
  .refine(({ rule, thread }) => thread === undefined || rule === undefined, {
    path: ['thread'],
    message: 'A reply stands where its thread stands.',
  })
  .refine(({ suggestion, pointer }) => suggestion === undefined || pointer !== undefined, {
    path: ['suggestion'],
    message: 'A suggestion needs the place that it is for.',
  })

export type AddComment = z.infer<typeof AddComment>

export const EditComment = z.object({ body: Body })

export type EditComment = z.infer<typeof EditComment>

/** `fingerprint` of the edits that were on the screen; `stale` when they have moved. */
export const ApplySuggestion = z.object({ fingerprint: z.string() })

export type ApplySuggestion = z.infer<typeof ApplySuggestion>

export const ListComments = ListQuery

export const CommentView = z.object({
  id: z.string(),
  thread: z.string(),
  rule: RuleId.nullable(),
  pointer: z.string().nullable(),
  author: z.string(),
  authorId: z.string(),
  at: z.string(),
  /** Empty once it is deleted. */
  body: z.string(),
  /** Names and addresses in `body` that mention a member, without their `@`. */
  mentions: z.array(z.string()),
  editedAt: z.string().nullable(),
  deleted: z.boolean(),
  /** What should stand at the place: JSON text, and who took it over into the edits. */
  suggestion: z
    .object({
      text: z.string(),
      applied: z.object({ by: z.string(), at: z.string() }).nullable(),
      /** What it would change in the edit as it is; nothing once it was taken over or cannot be. */
      changes: z.array(ChangeView),
    })
    .nullable(),
  can: z.object({ edit: z.boolean(), delete: z.boolean(), apply: z.boolean() }),
})

export type CommentView = z.infer<typeof CommentView>

export const ThreadView = z.object({
  id: z.string(),
  rule: RuleId.nullable(),
  pointer: z.string().nullable(),
  /** Its place is no longer in the edits. */
  outdated: z.boolean(),
  resolved: z.object({ by: z.string(), at: z.string() }).nullable(),
  /** Whoever is mentioned in it may answer; settling it takes somebody who may comment. */
  can: z.object({ answer: z.boolean(), settle: z.boolean() }),
  /** Oldest first. */
  comments: z.array(CommentView),
})

export type ThreadView = z.infer<typeof ThreadView>
