import type { Edit } from '@/domain/plan/edit'
import { touchedCalls } from '@/domain/replay/touched-calls'
import { requestFingerprint } from '@/domain/review/edit-fingerprint'
import type { ChangeRequest } from '@/server/ports/change-request-store'
import type { Context } from '@/server/ports/context'
import type { Stores } from '@/server/ports/stores'
import { requestSubject } from '../change-requests/request-subject'
import { nothingRecorded, skippedReplay } from './replay-check'
import { touchedNames } from './touched-names'

type Replayed = Pick<ChangeRequest, 'id' | 'planId' | 'number' | 'baseVersion'>

/** One job for each state of a request. */
export const replayKey = (
  { id, baseVersion }: Pick<Replayed, 'id' | 'baseVersion'>,
  fingerprint: string,
): string => `replay:${id}:${baseVersion}:${fingerprint}`

/** Adds the job that judges recorded traffic by a request as it stands; the unfinished one when there is one. */
export const askForReplay = (
  ctx: Context,
  stores: Stores,
  request: Replayed,
  edits: readonly Edit[],
): Promise<string> =>
  stores.jobs.add({
    kind: 'replay',
    payload: { planId: request.planId, number: request.number },
    subject: requestSubject(request.planId, request.number),
    singleKey: replayKey(request, requestFingerprint(edits)),
    requestedBy: ctx.actor.personId,
  })

/** The same, unless this has been replayed already; where there is nothing to judge, that is said at once. */
export const askForMissingReplay = async (
  ctx: Context,
  stores: Stores,
  request: Replayed,
  edits: readonly Edit[],
): Promise<void> => {
  const fingerprint = requestFingerprint(edits)
  const known = await stores.replays.find(request.id)
  if (known !== null && isCurrentReplay(known, ctx.judge.engine, request, fingerprint)) return
  if (await hasEvidence(stores, request.planId, edits)) {
    await askForReplay(ctx, stores, request, edits)
    return
  }
  await stores.replays.keep(request.id, {
    check: skippedReplay(nothingRecorded),
    ...{ fingerprint, baseVersion: request.baseVersion, engine: ctx.judge.engine, at: ctx.now() },
    result: null,
  })
}

type Stamp = { readonly engine: string; readonly baseVersion: number; readonly fingerprint: string }

export const isCurrentReplay = (
  replay: Stamp,
  engine: string,
  { baseVersion }: Pick<Replayed, 'baseVersion'>,
  fingerprint: string,
): boolean =>
  replay.engine === engine && replay.baseVersion === baseVersion && replay.fingerprint === fingerprint

const hasEvidence = async (stores: Stores, planId: string, edits: readonly Edit[]): Promise<boolean> => {
  const touched = touchedCalls(edits)
  const { kept } = await stores.traffic.totals(planId, { events: touchedNames(touched) })
  if (kept > 0) return true
  const open = await stores.violations.openByRule(planId)
  return open.some(({ type, key }) =>
    touched.names === null
      ? touched.types.some((one) => one === type)
      : touched.names.some((name) => name.type === type && name.key === key),
  )
}
