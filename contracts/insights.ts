import { z } from 'zod'

/** How far back the screen looks. */
export const insightRanges = ['30', '90', '365'] as const

export type InsightRange = (typeof insightRanges)[number]

/** What tracking was like in a time. What is not known is null, and never a guess. */
export const Measures = z.object({
  /** Occurrences that arrived here. */
  violations: z.number().int(),
  /** Those of them from sources whose events of that day are known: what `perMillion` is of. */
  rated: z.number().int(),
  /** Events that Segment counted, passed and blocked. */
  events: z.number().int().nullable(),
  /** Occurrences for each million events, over days and sources whose events are known. */
  perMillion: z.number().nullable(),
  /** Track events of plans that were there on their day. */
  tracked: z.number().int().nullable(),
  /** Share of these name their plan had that day, 0 to 1. */
  coverage: z.number().nullable(),
  /** Violations that began or came back, and that were resolved. */
  opened: z.number().int(),
  resolved: z.number().int(),
  /** Median hours from the beginning (or the last return) of a violation until it was resolved. */
  hoursToResolve: z.number().nullable(),
  /** Events that the plans held at the end, and those of them with a description, and with an owner by the policy of now. */
  planned: z.number().int().nullable(),
  described: z.number().int().nullable(),
  owned: z.number().int().nullable(),
})

export type Measures = z.infer<typeof Measures>

const Day = z.iso.date()

/** Days are UTC, both ends included. */
const Span = z.object({ from: Day, to: Day })

export const InsightsView = Span.extend({
  /** Whether any plan in view says who owns its events. */
  hasOwners: z.boolean(),
  /** Oldest first, without a gap; the last one is not over. */
  points: z.array(Span.extend(Measures.shape)),
  /** All points as one, and the equally long time before them. */
  total: Measures,
  before: Measures,
})

export type InsightsView = z.infer<typeof InsightsView>

/** Over every plan; with `workspace` or `plan`, over less. */
export const ReadInsights = z.object({
  plan: z.string().optional(),
  workspace: z.string().optional(),
  days: z.enum(insightRanges).default('90'),
})

export type ReadInsights = z.infer<typeof ReadInsights>
