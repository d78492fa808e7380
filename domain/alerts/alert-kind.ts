/** What an alert rule may ask to be told of. */
export const alertKinds = ['new', 'regressed', 'assigned', 'ignore-over', 'spike', 'blocked'] as const

export type AlertKind = (typeof alertKinds)[number]

/** What happened to a violation, as far as alerts ask. */
export type Happened = {
  readonly kind: string
  /** Nobody is the actor of what arrivals, requests and time did. */
  readonly actorId: string | null
  readonly detail: Readonly<Record<string, unknown>>
}

/** The kind of alert that a moment in the life of a violation is; null for one that alerts nobody. */
export const kindOfMoment = ({ kind, actorId, detail }: Happened): AlertKind | null => {
  if (kind === 'seen-first') return 'new'
  if (kind === 'regressed') return 'regressed'
  if (kind === 'assigned') return detail.to === null ? null : 'assigned'
  const isBack = kind === 'status' && detail.from === 'ignored' && detail.to === 'open'
  return isBack && actorId === null ? 'ignore-over' : null
}
