import { ruleTitle } from '../ui/rule-title'
import type { Proposal } from './live-changes'

/** A title for the request, from what it changes: one change is named, several are counted. */
export const suggestedTitle = (
  { rule, before, after, newKey }: Proposal,
  sentences: readonly string[],
): string => {
  const name = ruleTitle(rule)
  if (before === null) return `Add ${name}`
  if (after === null) return `Remove ${name}`
  if (newKey !== undefined && sentences.length === 1) return `Rename ${name} to ${newKey}`
  const [only] = sentences
  return (sentences.length === 1 && only ? `${name}: ${only}` : `Change ${name}`).slice(0, 200)
}
