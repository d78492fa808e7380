import { z } from 'zod'
import { BoardRow } from './board'
import { ChangeRequestSummary, TimelineEntry } from './change-request'
import { PlanView } from './plan'
import { TargetView } from './target'

export const OverviewView = z.object({
  plans: z.array(PlanView),
  /** Every line of two stages or more, each from its first stage on. */
  lines: z.array(z.array(TargetView)),
  waitingForMe: z.array(ChangeRequestSummary),
  mine: z.array(ChangeRequestSummary),
  openViolations: z.number().int(),
  /** Of the open violations: how many are assigned to me and to groups of mine, and those that came back last. */
  triage: z.object({
    me: z.number().int(),
    groups: z.number().int(),
    regressed: z.array(BoardRow.pick({ id: true, rule: true, pointer: true, type: true, regressedAt: true })),
  }),
  /** All violations per day over the last 14 days, oldest first. `volume` is null where none is known. */
  trend: z.array(
    z.object({
      day: z.string(),
      violations: z.number().int(),
      blocked: z.number().int(),
      volume: z.number().int().nullable(),
    }),
  ),
  activity: z.array(TimelineEntry.extend({ href: z.string().nullable() })),
  /** What would help most: a count, a sentence, and where to go. */
  suggestions: z.array(
    z.object({ count: z.number().int(), sentence: z.string(), href: z.string(), action: z.string() }),
  ),
})

export type OverviewView = z.infer<typeof OverviewView>

/** What the frame around every screen needs. */
export const FrameView = z.object({
  me: z.object({ id: z.string(), name: z.string(), email: z.string(), role: z.string(), demo: z.boolean() }),
  workspaces: z.array(z.object({ id: z.string(), name: z.string(), demo: z.boolean() })),
  plans: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      segmentId: z.string(),
      workspaceId: z.string(),
      headVersion: z.number().int().nullable(),
    }),
  ),
  waitingForMe: z.number().int(),
  openViolations: z.number().int(),
  drifted: z.number().int(),
})

export type FrameView = z.infer<typeof FrameView>
