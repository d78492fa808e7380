import { changesOf } from '@/domain/impact/changes-of'
import { explainRule } from '@/domain/impact/explain-rule'
import { jointBreakOf } from '@/domain/impact/jointly-breaking'
import { type ToldChange, tellChange } from '@/domain/impact/tell-change'
import { uncompared } from '@/domain/impact/uncompared'
import type { Rule } from '@/domain/plan/rule'
import { ruleFromText } from '@/domain/plan/rule-from-text'
import { breakingCalls } from '@/domain/violations/fix/breaking-calls'
import { suggestFixes } from '@/domain/violations/fix/suggest-fixes'
import type { RuleText } from '@/server/ports/schema-judge'
import { judgeCalls } from './judge-calls'
import { lintVersion } from './lint-version'
import { inferOutcomes, replayPage } from './replay-page'
import type { Asked, ThreadTasks } from './thread-task'

type Answer = ThreadTasks[keyof ThreadTasks]['answer']

/** The work itself, inside a thread. Throws on what the caller should have kept out: text that is no schema. */
export const doTask = (asked: Asked, onStep: () => void): Answer => {
  switch (asked.kind) {
    case 'explain':
      return explain(asked.before, asked.after, onStep)
    case 'outline':
      return uncompared(changesOf(ruleOf(asked.before), ruleOf(asked.after)), asked.why).map(tellChange)
    case 'joint':
      return jointBreakOf({
        base: ruleOf(asked.base),
        ours: ruleOf(asked.ours),
        theirs: ruleOf(asked.theirs),
        merged: ruleOf(asked.merged),
      })
    case 'lint':
      return lintVersion(asked)
    case 'replay':
      return replayPage(asked, onStep)
    case 'infer':
      return inferOutcomes(asked, onStep)
    case 'calls':
      return judgeCalls(asked, onStep)
    case 'suggest':
      return suggestFixes(asked.constraint, asked.rules.map(ruleOf), asked.calls, onStep)
    case 'breaking':
      return breakingCalls(asked.constraint, asked.rules.map(ruleOf), asked.calls, asked.most, onStep)
  }
}

const explain = (
  before: RuleText | null,
  after: RuleText | null,
  onStep: () => void,
): readonly ToldChange[] =>
  explainRule(before && ruleOf(before), after && ruleOf(after), onStep).map(tellChange)

const ruleOf = (text: RuleText): Rule => {
  const reading = ruleFromText(text, text.schemaText)
  if (!reading.ok) throw new Error(reading.refusal.message)
  return reading.rule
}
