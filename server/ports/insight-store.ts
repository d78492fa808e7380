import type { CountedDay } from '@/domain/insights/measure'

/** Days in UTC, `YYYY-MM-DD`, both included. */
type Days = { readonly from: string; readonly to: string }

/** A row of equally long times from an instant on. */
export type Steps = { readonly from: string; readonly days: number; readonly count: number }

/** What happened to violations in one of the steps, counted from 0. */
export type StepMoments = {
  readonly opened: number
  readonly resolved: number
  readonly hours: number | null
}

/** An event of a plan, as it stood from a version on until before another; `to` null while it stands. */
export type EventInterval = {
  readonly key: string
  readonly from: number
  readonly to: number | null
  readonly isDescribed: boolean
  readonly labels: readonly (readonly [name: string, value: string])[]
}

export type InsightStore = {
  /** Counts the days of each plan anew; null counts every day there is anything of. */
  readonly countDays: (days: Days | null) => Promise<void>
  readonly hasDays: () => Promise<boolean>
  /** Days on which anything is known, summed over plans, oldest first. */
  readonly days: (planIds: readonly string[], days: Days) => Promise<readonly CountedDay[]>
  /**
   * What began, came back and was resolved in each step, and the median hours that it took; the median over all of them
   * is the last, after one for each step.
   */
  readonly moments: (planIds: readonly string[], steps: Steps) => Promise<readonly StepMoments[]>
  /** The version of a plan at each instant (exclusive); null before the first one. */
  readonly versionsAt: (planId: string, instants: readonly string[]) => Promise<readonly (number | null)[]>
  /** Events that stood in any of the versions from one to another, both included. */
  readonly events: (planId: string, from: number, to: number) => Promise<readonly EventInterval[]>
}
