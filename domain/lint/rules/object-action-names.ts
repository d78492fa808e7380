import { ruleIdOf } from '../../plan/rule-id'
import type { LintRule } from '../lint-rule'

export const objectActionNames: LintRule = {
  id: 'object-action-name',
  title: 'Events are named by an object and what was done to it',
  why: 'A list of events can be read and searched when each says what happened to what: Order Completed.',
  severity: 'info',
  check: ({ events }) =>
    events
      .filter(({ key }) => !isObjectAction(key))
      .map((rule) => ({
        rule: ruleIdOf(rule),
        message: `"${rule.key}" is not an object followed by what was done to it`,
      })),
}

/** Verbs in the past that do not end in -ed. */
const irregular = new Set(
  'sent bought sold paid made seen shown left built won lost begun chosen read set put cut hit met run'.split(
    ' ',
  ),
)

const isObjectAction = (name: string): boolean => {
  const words = name.trim().split(/[^\p{L}\p{N}]+/u)
  const last = words.at(-1)?.toLowerCase() ?? ''
  return words.length > 1 && (last.endsWith('ed') || irregular.has(last))
}
