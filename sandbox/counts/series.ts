export type Metric =
  | 'received'
  | 'failed-on-ingest'
  | 'filtered-at-source'
  | 'filtered-at-destination'
  | 'failed-delivery'
  | 'delivered'
  | 'volume'

/** What is counted apart from everything else. `volume` is what came through after validation. */
export type Series = {
  metric: Metric
  sourceId: string
  destinationId?: string
  eventName?: string
  eventType: string
  appVersion?: string
  discardReason?: string
}

export type Dimension = Exclude<keyof Series, 'metric'>

/** Consecutive counts from an instant on (milliseconds), one for each step (milliseconds). Also a line of the log. */
export type Run = { series: Series; from: number; step: number; counts: number[] }
