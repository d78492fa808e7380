import { setTimeout as wait } from 'node:timers/promises'
import { requestFingerprint } from '@/domain/review/edit-fingerprint'
import type { Context } from '@/server/ports/context'
import { loadChangeRequest, type RequestName } from '../change-requests/load-change-request'
import { knownChecks } from './known-checks'

const everyMs = 100

/**
 * Waits for checks that are being made, so that whoever acts right after saving is not turned away; at most
 * `patienceMs`. Says nothing about what came of them.
 */
export const untilChecked = async (ctx: Context, name: RequestName, patienceMs: number): Promise<void> => {
  const latest = Date.now() + patienceMs
  while ((await isBeingChecked(ctx, name)) && Date.now() < latest) await wait(everyMs)
}

const isBeingChecked = (ctx: Context, name: RequestName): Promise<boolean> =>
  ctx.transaction(async (stores) => {
    const loaded = await loadChangeRequest(stores, name)
    const checks = await knownChecks(stores, ctx.judge.engine, loaded, requestFingerprint(loaded.edits))
    return checks.some(({ status }) => status === 'queued' || status === 'running')
  })
