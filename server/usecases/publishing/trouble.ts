import type { RuleId } from '@/domain/plan/rule'
import { ruleName } from '@/domain/plan/rule-id'
import type { Context } from '@/server/ports/context'
import type { JobRunEnd } from '@/server/ports/job-runner'
import { endOfProblem } from '../jobs/end-of-problem'
import { segmentProblemWords } from '../segment-problem'
import type { CarriedOut, Errand } from './carry-out'

type Trouble = Exclude<JobRunEnd, { readonly done: unknown } | { readonly waits: true }>

/**
 * What an errand that did not reach its goal means for its job, in words that say what Segment holds now; null when
 * it did. Codes: `drift`, `segment-refused`, `partly-applied`; `retry` for what passes by itself.
 */
export const troubleOf = async (
  ctx: Context,
  { jobId, target }: Pick<Errand, 'jobId' | 'target'>,
  ended: CarriedOut,
): Promise<Trouble | null> => {
  switch (ended.kind) {
    case 'reached':
      return null
    case 'problem': {
      const end = endOfProblem(ended.problem, target.workspace)
      if ('retry' in end) return end
      const { code, message } = segmentProblemWords(ended.problem, target.workspace)
      return failed(code, message, await sent(ctx, jobId))
    }
    case 'refused':
      return failed('segment-refused', sentence(`Segment refused: ${ended.message}`), await sent(ctx, jobId))
    case 'surprised':
      return failed(
        'drift',
        `Segment holds something there that nobody looked at: ${named(ended.rules)}.`,
        await sent(ctx, jobId),
      )
    case 'not-seen':
      return failed(
        'partly-applied',
        'Everything was sent, but five minutes later Segment still did not show all of it.',
      )
  }
}

const failed = (code: string, ...sentences: readonly string[]): Extract<Trouble, { failed: unknown }> => ({
  failed: { code, message: sentences.join(' ') },
})

const sent = async (ctx: Context, jobId: string): Promise<string> => {
  const batches = await ctx.transaction(({ publishJournal }) => publishJournal.batches(jobId))
  return batches.some(({ sentAt, error }) => sentAt !== null && error === null)
    ? 'Part of it was sent and stands in Segment.'
    : 'Nothing was changed in Segment.'
}

/** Segment's own words do not always end as a sentence does. */
const sentence = (words: string): string => (/[.!?]$/.test(words) ? words : `${words}.`)

const shownRules = 3

const named = (rules: readonly RuleId[]): string => {
  const names = rules.slice(0, shownRules).map(ruleName).join(', ')
  return rules.length > shownRules ? `${names} and ${rules.length - shownRules} more` : names
}
