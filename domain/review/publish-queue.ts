/** A publish that somebody asked for and that has not begun. */
export type PublishWait = {
  /** The job that takes its turn. */
  readonly jobId: string
  /** It does not begin before this instant; null: as soon as its turn comes. */
  readonly at: string | null
  /** When it was asked for; its place in the queue where `at` says nothing. */
  readonly since: string
  /** Why it goes past what the policy asks for, its set times too; null for one that does not. */
  readonly bypass: { readonly reason: string } | null
}

type Waiting = { readonly number: number; readonly waiting: PublishWait | null }

/** Whether a publish waits for nothing but its turn. */
export const isDue = ({ at }: PublishWait, now: string): boolean =>
  at === null || Date.parse(at) <= Date.parse(now)

/**
 * The requests of a plan that wait for their turn, in the order in which they take it: first come, first served, where
 * one that was scheduled comes at its hour. Those whose hour is still to come are not among them. While the plan is
 * closed, those that go past its set times are let by, since the others wait for it to open.
 */
export const publishQueue = <Request extends Waiting>(
  requests: readonly Request[],
  { now, isClosed }: { readonly now: string; readonly isClosed: boolean },
): readonly Request[] =>
  requests
    .flatMap((request) =>
      request.waiting !== null && isDue(request.waiting, now)
        ? [
            {
              request,
              came: Date.parse(request.waiting.at ?? request.waiting.since),
              rank: isClosed && request.waiting.bypass === null ? 1 : 0,
            },
          ]
        : [],
    )
    .sort((a, b) => a.rank - b.rank || a.came - b.came || a.request.number - b.request.number)
    .map(({ request }) => request)

/**
 * An instant for somebody who comes now: never before one that stands in the queue, so that nobody is overtaken when a
 * clock is put back.
 */
export const placeAfter = (requests: readonly Waiting[], now: string): string =>
  requests
    .flatMap(({ waiting }) => (waiting !== null && isDue(waiting, now) ? [waiting.at ?? waiting.since] : []))
    .reduce((latest, each) => (Date.parse(each) >= Date.parse(latest) ? afterwards(each) : latest), now)

const afterwards = (instant: string): string => new Date(Date.parse(instant) + 1).toISOString()
