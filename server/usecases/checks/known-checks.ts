import type { CheckView } from '@/contracts/change-request'
import { isOpen } from '@/domain/review/transition'
import type { StoredCheck } from '@/server/ports/check-store'
import type { Stores } from '@/server/ports/stores'
import type { LoadedRequest } from '../change-requests/load-change-request'
import { knownReplay } from '../replay/known-replay'
import { checksKey, isCurrent } from './ask-for-checks'

/** The checks of the rules themselves, in the order in which they are shown. */
export const jobChecks = ['compatibility', 'lint'] as const

type Checked = Pick<LoadedRequest, 'request'> & { readonly edits: readonly unknown[] }

/** How the checks stand that jobs make. Of a request that is no longer open the last word stands. */
export const knownChecks = async (
  stores: Stores,
  engine: string,
  loaded: Checked,
  fingerprint: string,
): Promise<readonly CheckView[]> => {
  const checks = await knownOfRules(stores, engine, loaded, fingerprint)
  const isToCome = checks.some(({ status }) => status === 'queued' || status === 'running')
  return [...checks, await knownReplay(stores, engine, loaded, fingerprint, isToCome)]
}

const knownOfRules = async (
  stores: Stores,
  engine: string,
  { request, edits }: Checked,
  fingerprint: string,
): Promise<readonly CheckView[]> => {
  const stored = await stores.checks.checks(request.id)
  const isLastWord = stored.length > 0 && !isOpen(request.status)
  if (isLastWord || isCurrent(stored, engine, request, fingerprint)) return stored.map(viewOf)
  if (edits.length === 0) return all({ status: 'skipped', reason: 'The request holds no edits.' })
  if (!isOpen(request.status)) return all({ status: 'skipped', reason: 'The request was never checked.' })

  const jobId = await stores.jobs.unfinished(await checksKey(stores, request, fingerprint))
  const job = jobId === null ? null : await stores.jobs.find(jobId)
  if (job !== null) return all({ status: job.status === 'running' ? 'running' : 'queued' })
  // Checks of another build of the rules: the worker asks for new ones by itself.
  const isComing = stored.every((check) => check.engine !== engine)
  return all(isComing ? { status: 'queued' } : { status: 'failed', reason: 'The check came to no end.' })
}

const all = (rest: Pick<CheckView, 'status' | 'reason'>): CheckView[] =>
  jobChecks.map((name) => ({ name, ...rest, findings: [] }))

const viewOf = ({ fingerprint: _, baseVersion: __, engine: ___, ...check }: StoredCheck): CheckView => check
