import { occurrences } from './benches/occurrences'
import { pipeline } from './benches/pipeline'
import type { Bench } from './figure'

/** In the order in which they run. `isLong`: only when asked for by name. */
export const benches: readonly (Bench & { readonly isLong?: boolean })[] = [occurrences, pipeline]
