import { z } from 'zod'
import type { JsonObject } from '@/domain/plan/json'
import type { Context } from '@/server/ports/context'
import { knownHeads } from '../audit/known-heads'
import { authorize } from '../authorize'
import { evidenceFormat, evidenceText, signatureAlgorithm } from './evidence-text'

export type EvidenceVerification = {
  readonly valid: boolean
  readonly reason: string | null
  readonly auditIntact: boolean | null
}

/**
 * Whether a file is evidence that this installation signed and nobody changed since, and whether the chain of audit
 * entries still holds the one that was its newest then.
 */
export const verifyEvidence = async (
  ctx: Context,
  { file }: { readonly file: string },
): Promise<EvidenceVerification> => {
  authorize(ctx.actor, 'read-change-requests')
  const document = readDocument(file)
  if (document === null) return refused('This is no file of evidence.')
  const { signature, audit } = Evidence.parse(document)
  const { publicKey, isSigned } = ctx.secrets.evidence
  if (signature.publicKey !== publicKey) return refused('It was signed by another installation, or key.')
  if (!isSigned(evidenceText(document), signature.value))
    return refused('It is not what was signed: something in it was changed.')
  return { valid: true, reason: null, auditIntact: await isStillKnown(ctx, audit.head) }
}

const refused = (reason: string): EvidenceVerification => ({ valid: false, reason, auditIntact: null })

const Evidence = z.object({
  format: z.literal(evidenceFormat),
  audit: z.object({ head: z.string().nullable() }),
  signature: z.object({
    algorithm: z.literal(signatureAlgorithm),
    publicKey: z.string(),
    value: z.string(),
  }),
})

/** Null for what is no evidence. */
const readDocument = (file: string): JsonObject | null => {
  try {
    const document: unknown = JSON.parse(file)
    return Evidence.safeParse(document).success ? (document as JsonObject) : null
  } catch {
    return null
  }
}

const isStillKnown = (ctx: Context, head: string | null): Promise<boolean> =>
  ctx.transaction(async ({ audit }) => {
    for (const [chain, hash] of head === null ? [] : knownHeads(head))
      if (!(await audit.verify(chain, hash)).intact) return false
    return true
  })
