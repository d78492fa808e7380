import type { SegmentProblem } from '@/server/ports/segment-gateway'

/** How a step of setting a route up ended. */
export type StepOutcome =
  | { readonly kind: 'done'; readonly words: string; readonly id: string }
  | { readonly kind: 'by-hand'; readonly words: string }
  | { readonly kind: 'problem'; readonly problem: SegmentProblem }
  /** Trying again by itself would not help; the words say what would. */
  | { readonly kind: 'stuck'; readonly words: string }

export const done = (id: string, words: string): StepOutcome => ({ kind: 'done', id, words })
