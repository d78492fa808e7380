import { z } from 'zod'
import { CommentView, EditComment } from './comment'
import { listOf } from './listing'

export const SayOfViolation = EditComment

export const ViolationCommentView = CommentView.pick({
  id: true,
  author: true,
  authorId: true,
  at: true,
  body: true,
  mentions: true,
  editedAt: true,
  deleted: true,
}).extend({
  violation: z.string(),
  can: z.object({ edit: z.boolean(), delete: z.boolean() }),
})

export type ViolationCommentView = z.infer<typeof ViolationCommentView>

/** Oldest first. `can.say`: whoever may comment, and whoever is mentioned. */
export const ViolationTalk = listOf(ViolationCommentView).extend({ can: z.object({ say: z.boolean() }) })

export type ViolationTalk = z.infer<typeof ViolationTalk>
