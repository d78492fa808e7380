import type { ResolveDrift } from '@/contracts/drift'
import { ruleIdOf, ruleKey } from '@/domain/plan/rule-id'
import type { DriftedRule } from '@/domain/publish/drift'
import type { Context } from '@/server/ports/context'
import type { Plan } from '@/server/ports/plan-store'
import type { Stores } from '@/server/ports/stores'
import { ignoreDrift } from './ignore-drift'
import { takeForSame } from './take-for-same'

type Choice = ResolveDrift['choices'][number]
export type Word = Exclude<Choice, { readonly take: 'ours' | 'theirs' }>

/** The choices that change nothing in the plan or in Segment, only how drift is looked at. */
export const wordsAmong = (choices: readonly Choice[]): readonly Word[] =>
  choices.filter((choice): choice is Word => choice.take !== 'ours' && choice.take !== 'theirs')

/** Ignores drift, looks at it again, or takes it for Segment's way of writing, as each word says. */
export const lookOtherwise = async (
  ctx: Context,
  stores: Stores,
  plan: Plan,
  drifted: ReadonlyMap<string, DriftedRule>,
  words: readonly Word[],
): Promise<void> => {
  const same: DriftedRule[] = []
  for (const word of words) {
    const entry = drifted.get(ruleKey(word.rule))
    if (!entry) continue
    if (word.take === 'ignore') await ignoreDrift(ctx, stores, plan, entry, word)
    else if (word.take === 'watch') await stores.drift.watch(plan.id, ruleIdOf(word.rule))
    else same.push(entry)
  }
  if (same.length > 0) await takeForSame(ctx, stores, plan, same)
}
