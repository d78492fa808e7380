import type { DriftResolved, ResolveDrift } from '@/contracts/drift'
import type { ActionResult } from '@/contracts/failure'
import type { JobStarted } from '@/contracts/job'

/** What the drift page may ask the server to do. */
export type DriftActions = {
  readonly resolveDrift: (
    input: ResolveDrift & { readonly plan: string },
  ) => Promise<ActionResult<DriftResolved>>
  readonly startSync: (input: { readonly plan: string }) => Promise<ActionResult<JobStarted>>
}
