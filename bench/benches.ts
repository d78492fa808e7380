import { arrivals } from './benches/arrivals'
import { board } from './benches/board'
import { compare } from './benches/compare'
import { deliveries } from './benches/deliveries'
import { memory } from './benches/memory'
import { occurrences } from './benches/occurrences'
import { patternsBench } from './benches/patterns'
import { pipeline } from './benches/pipeline'
import { plans } from './benches/plans'
import { ready } from './benches/ready'
import { replay } from './benches/replay'
import { sustained } from './benches/sustained'
import type { Bench } from './figure'

/** In the order in which they run. */
export const benches: readonly Bench[] = [
  occurrences,
  pipeline,
  replay,
  patternsBench,
  ready,
  compare,
  plans,
  memory,
  arrivals,
  deliveries,
  board,
  sustained,
]
