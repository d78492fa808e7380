import { type Composition, composeFromEnvironment } from '@/server/compose'

// Next bundles routes and pages apart, and reloads modules in development: only the process itself is shared.
const shared = globalThis as { plumblineComposition?: Composition }

/** The adapters of this process, opened when they are first needed (never while building). */
export const composition = (): Composition => {
  shared.plumblineComposition ??= composeFromEnvironment(process.env)
  return shared.plumblineComposition
}
