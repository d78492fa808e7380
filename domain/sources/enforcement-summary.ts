import type { Enforcement, EnforcementRow } from './enforcement'

/** One line for a list: what is kept out, what is trimmed, and whether something gets around it. */
export const enforcementSummary = (known: Enforcement): string => {
  if (!known.judged) return known.reason
  const acting = known.rows.filter(({ choice }) => choice === 'block' || choice === 'omit')
  if (acting.length === 0) return 'Everything passes; violations are only reported.'
  const blocks = acting.filter(({ choice }) => choice === 'block').map(shortWords)
  const omits = acting.filter(({ choice }) => choice === 'omit').map(shortWords)
  const parts = [
    ...(blocks.length > 0 ? [`blocks ${listed(blocks)}`] : []),
    ...(omits.length > 0 ? [`trims ${listed(omits)}`] : []),
  ]
  const around = acting.some(({ exceptions }) => exceptions.length > 0)
  const sentence = `${parts.join(', ')}${around ? ', but not in device mode' : ''}.`
  return sentence.charAt(0).toUpperCase() + sentence.slice(1)
}

const shortWords = ({ call, bad }: EnforcementRow): string => {
  if (bad === 'unplanned-event') return 'unplanned events'
  if (bad === 'unplanned-names') return call === 'track' ? 'unplanned properties' : `unplanned ${call} traits`
  return bad === 'schema' ? `${call} calls that break their rule` : `${call} calls that break the common rule`
}

const listed = (words: readonly string[]): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`
