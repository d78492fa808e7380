import type { ViolationView } from '@/contracts/violation'
import { ruleName } from '@/domain/plan/rule-id'
import type { Estimate } from '@/domain/replay/estimate'
import type { Suggestion } from '@/domain/violations/fix/suggestion'

/** Title and description of a change request that is to end a violation, from what is known of it: plain text, as descriptions are shown. */
export const fixWords = (
  { rule, pointer, message, count, firstSeen, lastSeen, sources, appVersions }: ViolationView,
  suggestion: Suggestion,
): { readonly title: string; readonly description: string } => {
  const name = ruleName({ ...rule, version: rule.version ?? 1 })
  const seen = `Seen ${count === 1 ? 'once' : `${count.toLocaleString('en')} times`} from ${day(firstSeen)} to ${day(lastSeen)}`
  const from = sources.slice(0, 3).map((source) => source.name)
  const apps = appVersions.map(({ version }) => version).filter((version) => version !== '')
  const description = [
    `Ends the violation “${message}”${pointer === '' ? '' : ` at ${pointer}`} in ${name}.`,
    `${seen}${from.length > 0 ? `, by ${from.join(', ')}` : ''}${apps.length > 0 ? `, app ${apps.slice(0, 5).join(', ')}` : ''}.`,
    `${suggestion.title}. ${suggestion.detail}`,
    ...effectWords(suggestion),
    ...(suggestion.fromAppVersion === null
      ? []
      : [`Apps from ${suggestion.fromAppVersion} have to send the new version for it to count.`]),
  ].join('\n\n')
  return { title: shortened(`${suggestion.title} in ${name}`), description }
}

const effectWords = ({ effect }: Suggestion): readonly string[] => {
  if (effect === null) return []
  if (effect.is === 'inferred')
    return ['No call of the event is recorded, so what it comes to is inferred from the report.']
  const { cleared, stillBroken, slipping } = effect
  return [
    `By ${effect.judged.toLocaleString('en')} recorded calls, told for all that were received: ${about(cleared)} cleared, ${about(stillBroken)} still broken, ${about(slipping)} that are caught now would slip through.`,
  ]
}

const about = ({ value, low, high }: Estimate): string =>
  low === high ? String(value) : `about ${value} (${low} to ${high})`

const day = (at: string): string => at.slice(0, 10)

const longestTitle = 200

const shortened = (title: string): string =>
  title.length <= longestTitle ? title : `${title.slice(0, longestTitle - 1)}…`
