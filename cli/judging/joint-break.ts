import { type JointBreak, jointBreakOf, type MergedRule } from '@/domain/impact/jointly-breaking'
import type { Job } from './job'

/** The job of `merge`: whether the edits of a rule that both sides changed break only together. */
export const jointBreak = (_: null): Job<MergedRule, JointBreak | null> => jointBreakOf
