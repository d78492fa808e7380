import type { ReviewTerms } from './approval'
import type { Gate, GateCode } from './change-request'
import type { PublishWait } from './publish-queue'
import { freezeAt, isOpenAt, nextOpening, type PublishingTimes } from './publishing-window'
import { bypass } from './review-gates'

export type PublishFacts = {
  readonly terms: ReviewTerms
  /** The instant at which it is to be published. */
  readonly now: string
  /** The publish that waits, and the request that it waits behind; null: it is the next, or its hour is to come. */
  readonly waiting: WaitingTurn | null
}

/** `at` is its hour while that is to come. */
export type WaitingTurn = Pick<PublishWait, 'at'> & {
  readonly byName: string
  readonly behind: QueueNeighbour | null
  /** When the plan may be published again, where it waits for nothing but that. */
  readonly opens: string | null
}

/** A request that another waits behind. `halted`: its publish stopped half-way and needs a person. */
export type QueueNeighbour = { readonly number: number | null; readonly halted: boolean }

/** A publish that was asked for already: it goes by itself, so another press only changes when. */
export const scheduled = ({ waiting }: Pick<PublishFacts, 'waiting'>): Gate[] => {
  if (waiting === null) return []
  const { at, byName, behind, opens } = waiting
  const until = at ?? opens
  return [
    {
      code: 'scheduled',
      message:
        at !== null
          ? `${byName} scheduled the publish.`
          : `${byName} asked for the publish. ${place(behind, opens)}`,
      clearedBy: 'whoever may publish, by calling it off or publishing now',
      action: 'unschedule',
      ...(until === null ? {} : { until }),
    },
  ]
}

const place = (behind: QueueNeighbour | null, opens: string | null): string => {
  if (behind === null)
    return opens === null
      ? 'It is the next in the publish queue.'
      : 'It is the next in the publish queue, and waits until the plan may be published again.'
  const other = behind.number === null ? 'another write to the plan' : `change request ${behind.number}`
  return behind.halted
    ? `It is in the publish queue, which waits: ${other} stopped half-way and has to be resumed or given up.`
    : `It is in the publish queue, behind ${other}.`
}

/** Why a plan may not be published at an instant, and when it may be again: null where that never comes. */
export type Closed = { readonly message: string; readonly opens: string | null }

/** Null where it may be published. */
export const closedAt = (times: PublishingTimes, now: string): Closed | null => {
  if (isOpenAt(times, now)) return null
  const freeze = freezeAt(times, now)
  return {
    message:
      freeze === null
        ? 'The plan is published at set times only, and this is none of them.'
        : `Nothing is published to the plan for now: ${freeze.reason.replace(/\.$/, '')}.`,
    opens: nextOpening(times, now),
  }
}

/** The plan is published at set times only, and it is none of them. */
export const outsideWindow = ({ terms, now }: Pick<PublishFacts, 'terms' | 'now'>): Gate[] => {
  const closed = closedAt(terms.policy, now)
  if (closed === null) return []
  const { message, opens } = closed
  return [
    {
      code: 'outside-window',
      message,
      clearedBy: opens === null ? 'an admin, by changing the policy' : 'the clock',
      action: 'schedule',
      ...(opens === null ? {} : { until: opens }),
      ...bypass(terms),
    },
  ]
}

/** What settles itself before the turn of a request comes: the request is brought up to date and checked then. */
const settling: ReadonlySet<GateCode> = new Set(['out-of-date', 'checks-running', 'scheduled'])

/** The gates that keep a request from waiting for its publish. */
export const gatesBeforeWaiting = (gates: readonly Gate[]): readonly Gate[] =>
  gates.filter(({ code }) => !settling.has(code))

/** When the clock takes away all of these gates; null where something else has to. */
export const openingOf = (gates: readonly Gate[]): string | null => {
  const [gate, ...others] = gates
  return gate?.code === 'outside-window' && others.length === 0 ? (gate.until ?? null) : null
}
