import type { ChangeView } from '@/contracts/plan'
import { changesOf } from '@/domain/impact/changes-of'
import { judge } from '@/domain/impact/judge'
import { tellChange } from '@/domain/impact/tell-change'
import type { Edit } from '@/domain/plan/edit'
import type { Rule } from '@/domain/plan/rule'
import { ruleFromText } from '@/domain/plan/rule-from-text'
import type { RuleText } from '@/server/ports/schema-judge'
import { changeView } from '../change-view'
import { editPair } from './edit-pair'

/** What an edit changes, each change judged by itself, until the rule has been compared as a whole. */
export const pendingChanges = (edit: Edit): readonly ChangeView[] => {
  const { before, after } = editPair(edit)
  const isCompared = before !== null && after !== null
  return changesOf(before && ruleOf(before), after && ruleOf(after)).map((change) => {
    const view = changeView(tellChange({ change, verdict: judge(change) }))
    return isCompared && view.senders !== 'documentation' ? { ...view, pending: true as const } : view
  })
}

const ruleOf = (text: RuleText): Rule | null => {
  const reading = ruleFromText(text, text.schemaText)
  return reading.ok ? reading.rule : null
}
