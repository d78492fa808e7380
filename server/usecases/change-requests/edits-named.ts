import type { RuleId } from '@/domain/plan/rule'
import { ruleKey, ruleName } from '@/domain/plan/rule-id'
import type { StoredEdit } from '@/server/ports/change-request-store'
import { fail } from '../fail'
import type { LoadedRequest } from './load-change-request'

/** The edits of the rules named, all of them where none is; `invalid-input` for a rule that is not edited. */
export const editsNamed = (
  { edits }: Pick<LoadedRequest, 'edits'>,
  rules: readonly RuleId[] | undefined,
): readonly StoredEdit[] => {
  if (rules === undefined) return edits
  const wanted = new Map(rules.map((rule) => [ruleKey(rule), rule]))
  const found = edits.filter((edit) => wanted.delete(ruleKey(edit)))
  const [missing] = wanted.values()
  return missing === undefined
    ? found
    : fail({
        code: 'invalid-input',
        fields: [{ path: 'rules', message: `This request does not edit ${ruleName(missing)}.` }],
      })
}
