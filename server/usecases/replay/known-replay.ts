import type { CheckView } from '@/contracts/change-request'
import { isOpen } from '@/domain/review/transition'
import type { Stores } from '@/server/ports/stores'
import type { LoadedRequest } from '../change-requests/load-change-request'
import { isCurrentReplay, replayKey } from './ask-for-replay'
import { skippedReplay } from './replay-check'

/** How the replay of a request stands. Of a request that is no longer open the last word stands. */
export const knownReplay = async (
  stores: Stores,
  engine: string,
  { request, edits }: Pick<LoadedRequest, 'request'> & { readonly edits: readonly unknown[] },
  fingerprint: string,
  /** The checks that ask for it are still to come. */
  isToCome: boolean,
): Promise<CheckView> => {
  const stored = await stores.replays.find(request.id)
  const open = isOpen(request.status)
  if (stored !== null && (!open || isCurrentReplay(stored, engine, request, fingerprint))) return stored.check
  if (edits.length === 0) return skippedReplay('The request holds no edits.')
  if (!open) return skippedReplay('The request was never replayed.')
  const jobId = await stores.jobs.unfinished(replayKey(request, fingerprint))
  const job = jobId === null ? null : await stores.jobs.find(jobId)
  if (job !== null)
    return { name: 'replay', status: job.status === 'running' ? 'running' : 'queued', findings: [] }
  return isToCome
    ? { name: 'replay', status: 'queued', findings: [] }
    : skippedReplay('Recorded calls have not been judged by this request yet.')
}
