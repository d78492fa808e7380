import type { Edit } from '@/domain/plan/edit'
import { requestFingerprint } from '@/domain/review/edit-fingerprint'
import type { ChangeRequest } from '@/server/ports/change-request-store'
import type { StoredCheck } from '@/server/ports/check-store'
import type { Context } from '@/server/ports/context'
import type { Stores } from '@/server/ports/stores'
import { requestSubject } from '../change-requests/request-subject'

type Checked = Pick<ChangeRequest, 'id' | 'planId' | 'number' | 'baseVersion'>

/** One job for each state of a request and of the plan's severities: what is saved while one runs gets its own. */
export const checksKey = async (
  stores: Stores,
  { id, planId, baseVersion }: Checked,
  fingerprint: string,
): Promise<string> => {
  const { revision } = await stores.lintSettings.find(planId)
  return `checks:${id}:${baseVersion}:${revision}:${fingerprint}`
}

/** Adds the job that checks a request as it stands now; the unfinished one when there is one. Returns its id. */
export const askForChecks = async (
  ctx: Context,
  stores: Stores,
  request: Checked,
  edits: readonly Edit[],
): Promise<string> =>
  stores.jobs.add({
    kind: 'run-checks',
    payload: { planId: request.planId, number: request.number },
    subject: requestSubject(request.planId, request.number),
    singleKey: await checksKey(stores, request, requestFingerprint(edits)),
    requestedBy: ctx.actor.personId,
  })

/** The same, unless these very edits have been checked already, or there are none. */
export const askForMissingChecks = async (
  ctx: Context,
  stores: Stores,
  request: Checked,
  edits: readonly Edit[],
): Promise<void> => {
  if (edits.length === 0) return
  const checks = await stores.checks.checks(request.id)
  if (!isCurrent(checks, ctx.judge.engine, request, requestFingerprint(edits)))
    await askForChecks(ctx, stores, request, edits)
}

/** Whether checks were made by this engine, for these edits on this version. */
export const isCurrent = (
  checks: readonly StoredCheck[],
  engine: string,
  { baseVersion }: Pick<Checked, 'baseVersion'>,
  fingerprint: string,
): boolean =>
  checks.length > 0 &&
  checks.every(
    (check) =>
      check.engine === engine && check.baseVersion === baseVersion && check.fingerprint === fingerprint,
  )
