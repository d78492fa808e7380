import { z } from 'zod'
import { RuleId } from '@/contracts/rule'
import type { SentOperation } from '@/domain/publish/sent-counts'
import type { Stores } from '@/server/ports/stores'
import { requestSubject } from './request-subject'

/**
 * What the journal says was sent by the publish of a request that is under way, by every job that it took: a resumed
 * one has another job. Empty before its first call.
 */
export const sentOperations = async (
  stores: Stores,
  { planId, number }: { readonly planId: string; readonly number: number },
): Promise<readonly SentOperation[]> => {
  const sent: SentOperation[] = []
  for (const jobId of await jobsOf(stores, requestSubject(planId, number)))
    for (const { kind, operations, sentAt } of await stores.publishJournal.batches(jobId))
      if (sentAt !== null) sent.push(...Operations.parse(operations).map((one) => ({ ...one, kind })))
  return sent
}

const Operations = z.array(RuleId.extend({ newKey: z.string().optional() }))

/** The audit chain knows which jobs were asked for since it began. */
const jobsOf = async (stores: Stores, subject: string): Promise<readonly string[]> => {
  // By their place in the chain: a clock may have been put back meanwhile.
  const entries = (await stores.audit.ofSubject(subject)).toSorted((a, b) => b.sequence - a.sequence)
  const began = entries.findIndex(({ action }) => action === 'publish-started')
  return entries
    .slice(0, began + 1)
    .filter(({ action }) => action === 'publish-started' || action === 'publish-resumed')
    .flatMap(({ details: { jobId } }) => (typeof jobId === 'string' ? [jobId] : []))
}
