import type { JsonObject } from '@/domain/plan/json'
import { ruleIdOf } from '@/domain/plan/rule-id'
import { editFingerprint } from '@/domain/review/edit-fingerprint'
import type { AuditEntry } from '@/server/ports/audit-store'
import type { Context } from '@/server/ports/context'
import type { Stores } from '@/server/ports/stores'
import { auditHead } from '../audit/audit-head'
import { authorize } from '../authorize'
import { changeRequestView } from '../change-requests/change-request-view'
import {
  type LoadedRequest,
  loadChangeRequest,
  type RequestName,
} from '../change-requests/load-change-request'
import { requestSubject } from '../change-requests/request-subject'
import { fail } from '../fail'
import { evidenceFormat, evidenceText, signatureAlgorithm } from './evidence-text'

export type EvidenceFile = { readonly fileName: string; readonly contentType: string; readonly body: string }

/**
 * Everything that a published request was decided on and did, in one signed file: its edits to the letter with the
 * verdicts and witnesses that reviewers saw, the checks, who approved which hash and when, every batch that was sent,
 * what Segment was read to hold afterwards, its entries of the audit chain and the chain's newest one. Fails with
 * `wrong-state` before the request is published.
 */
export const readEvidence = (ctx: Context, name: RequestName): Promise<EvidenceFile> =>
  ctx.transaction(async (stores) => {
    authorize(ctx.actor, 'read-change-requests')
    const loaded = await loadChangeRequest(stores, name)
    const { status, number } = loaded.request
    if (status !== 'published')
      fail({ code: 'wrong-state', detail: 'Evidence is there once the request is published.', status })
    const content = await contentOf(ctx, stores, loaded)
    const { publicKey, sign } = ctx.secrets.evidence
    const signature = { algorithm: signatureAlgorithm, publicKey }
    // What is signed is what will be read.
    const document = JSON.parse(JSON.stringify({ ...content, signature })) as JsonObject
    const signed = { ...document, signature: { ...signature, value: sign(evidenceText(document)) } }
    return {
      fileName: `change-request-${number}.evidence.json`,
      contentType: 'application/json; charset=utf-8',
      body: `${JSON.stringify(signed, null, 2)}\n`,
    }
  })

const contentOf = async (ctx: Context, stores: Stores, loaded: LoadedRequest) => {
  const { plan, request, edits, reviews } = loaded
  const view = await changeRequestView(ctx, stores, loaded)
  const workspace = await stores.workspaces.find(plan.workspaceId)
  const entries = (await stores.audit.ofSubject(requestSubject(plan.id, request.number))).toReversed()
  const arrived = entries.findLast(({ action }) => action === 'publish-succeeded')
  return {
    format: evidenceFormat,
    installation: ctx.appUrl,
    issuedAt: ctx.now(),
    workspace: workspace && { segmentId: workspace.segmentId, name: workspace.name },
    plan: { id: plan.id, segmentId: plan.segmentId, name: plan.name },
    changeRequest: {
      number: request.number,
      title: request.title,
      description: request.description,
      author: { id: request.authorId, name: request.authorName },
      createdAt: request.createdAt,
      base: request.baseVersion,
      version: request.publishedVersion,
      fingerprint: view.fingerprint,
    },
    edits: edits.map((edit, place) => ({
      ...ruleIdOf(edit),
      newKey: edit.newKey ?? null,
      before: edit.before,
      after: edit.after,
      by: { id: edit.by, name: view.edits[place]?.by },
      hash: editFingerprint(edit),
    })),
    changes: view.changes,
    checks: view.checks,
    reviews: reviews.map(({ by, byName, at, verdict, body, covers }) => ({
      by: { id: by, name: byName },
      at,
      verdict,
      body,
      covers: covers.map(({ rule, hash }) => ({ ...ruleIdOf(rule), hash })),
    })),
    publish: {
      batches: await batchesOf(stores, entries),
      readBack: arrived && { at: arrived.at, ...arrived.details },
    },
    audit: {
      entries: entries.map(({ chain: _, subject: __, ...entry }) => entry),
      head: await auditHead(stores, [plan.workspaceId]),
    },
  }
}

/** Over every job that the publish took, in the order in which they began. */
const batchesOf = async (stores: Stores, entries: readonly AuditEntry[]) => {
  const jobs = entries
    .filter(({ action }) => action === 'publish-started' || action === 'publish-resumed')
    .flatMap(({ details: { jobId } }) => (typeof jobId === 'string' ? [jobId] : []))
  const batches = []
  for (const jobId of jobs)
    for (const batch of await stores.publishJournal.batches(jobId)) batches.push({ jobId, ...batch })
  return batches
}
