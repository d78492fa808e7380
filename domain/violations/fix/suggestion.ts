import type { Edit } from '../../plan/edit'
import type { Json } from '../../plan/json'
import type { Estimate } from '../../replay/estimate'
import type { InferredOutcome } from '../../replay/inferred'

export const suggestionKinds = [
  'fix-in-code',
  'add-event',
  'add-property',
  'allow-null',
  'widen-type',
  'add-enum-values',
  'make-optional',
  'widen-range',
  'widen-length',
  'widen-items',
  'widen-pattern',
  'drop-format',
  'new-version',
  'allow-anything',
] as const

export type SuggestionKind = (typeof suggestionKinds)[number]

/** Where calls that break the constraint are sent from, most first. */
export type CodePlace = {
  readonly source: string
  /** Empty where the calls do not say. */
  readonly appVersion: string
  readonly library: string
  /** The page or screen that sends most of them; empty where the calls do not say. */
  readonly from: string
  readonly calls: number
}

/** What a fix in the plan does to recorded calls of the event; estimates are of received calls. */
export type ReplayedEffect = {
  readonly is: 'replayed'
  /** Recorded calls of the event that were judged, and those of them that break the constraint. */
  readonly judged: number
  readonly broken: number
  readonly cleared: Estimate
  readonly stillBroken: Estimate
  /** Calls that would be fine altogether. */
  readonly valid: Estimate
  /** Calls that are caught now for another reason, or for what nobody means to send, and would be caught no longer. */
  readonly slipping: Estimate
  readonly slippingExamples: readonly Json[]
  /** Fine now, and violations then. */
  readonly newlyBroken: Estimate
  /** Hangs on a masked value. */
  readonly uncertain: number
}

/** What the report alone lets guess, where no call is recorded. */
export type InferredEffect = { readonly is: 'inferred'; readonly outcome: InferredOutcome }

/** One way to end a violation. */
export type Suggestion = {
  /** The same for the same way, as long as plan and traffic do not change it. */
  readonly id: string
  readonly kind: SuggestionKind
  readonly title: string
  /** Sentences: why, and what it comes to. */
  readonly detail: string
  /** None for a fix in code. */
  readonly edits: readonly Edit[]
  /** Null for a fix in code. */
  readonly effect: ReplayedEffect | InferredEffect | null
  /** Where to fix the code; with a new version, from which app version on it is to be sent. */
  readonly places: readonly CodePlace[]
  readonly fromAppVersion: string | null
}
