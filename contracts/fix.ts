import { z } from 'zod'
import { inferredOutcomes } from '@/domain/replay/inferred'
import { suggestionKinds } from '@/domain/violations/fix/suggestion'
import { listOf } from './listing'
import { EstimateView } from './replay'
import { RuleId } from './rule'

const Count = z.number().int()

/** Where calls that break it are sent from. */
export const CodePlaceView = z.object({
  source: z.string(),
  /** Empty where the calls do not say, as `library` and `from` are. */
  appVersion: z.string(),
  library: z.string(),
  /** The page or screen that sends most of them. */
  from: z.string(),
  calls: Count,
})

export type CodePlaceView = z.infer<typeof CodePlaceView>

/** What a fix does to recorded calls of the event, estimated for all that were received; else what reports let guess. */
export const EffectView = z.union([
  z.object({
    is: z.literal('replayed'),
    judged: Count,
    broken: Count,
    cleared: EstimateView,
    stillBroken: EstimateView,
    /** Calls that would be fine altogether. */
    valid: EstimateView,
    /** Caught now for another reason, or for what nobody means to send, and no longer then. */
    slipping: EstimateView,
    slippingExamples: z.array(z.unknown()),
    newlyBroken: EstimateView,
    uncertain: Count,
  }),
  z.object({ is: z.literal('inferred'), outcome: z.enum(inferredOutcomes) }),
])

export type EffectView = z.infer<typeof EffectView>

export const SuggestionView = z.object({
  id: z.string(),
  kind: z.enum(suggestionKinds),
  title: z.string(),
  detail: z.string(),
  /** Rules that it edits; none for a fix in code, which opens no change request. */
  rules: z.array(RuleId),
  effect: EffectView.nullable(),
  places: z.array(CodePlaceView),
  /** The first app version that is to send a new version of the event. */
  fromAppVersion: z.string().nullable(),
})

export type SuggestionView = z.infer<typeof SuggestionView>

/** A request that edits the event already, so that a fix may better go into it. */
const OpenRequest = z.object({ number: Count, title: z.string(), canEdit: z.boolean() })

/** Ranked by least loosening. */
export const SuggestionList = listOf(SuggestionView).extend({
  openRequests: z.array(OpenRequest),
  /** Recorded calls of the event that were looked at. */
  judged: Count,
  /** Why there is no fix in the plan, where none could be worked out. */
  reason: z.string().nullable(),
})

export type SuggestionList = z.infer<typeof SuggestionList>

/** `addTo`: the number of an open change request that the fix goes into instead of one of its own. */
export const FixViolation = z.object({ suggestion: z.string(), addTo: z.number().int().optional() })

export type FixViolation = z.infer<typeof FixViolation>

export const FixStarted = z.object({ number: Count })

export type FixStarted = z.infer<typeof FixStarted>
