import { type Collector, collector } from '@/server/usecases/collector/collector'
import { composition } from './composition'

// As with the composition, only the process itself is shared by all routes.
const shared = globalThis as { plumblineCollector?: Collector }

/** The collector of this process: what it remembers of write keys is remembered once. */
export const sharedCollector = (): Collector => {
  shared.plumblineCollector ??= collector(
    composition().contextFor({ kind: 'system', personId: null, name: 'Collector' }),
  )
  return shared.plumblineCollector
}
