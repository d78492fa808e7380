import { type Choice, choiceOf, type SchemaControl, schemaControls } from './schema-controls'
import type { DestinationFacts, SourceFacts } from './source-facts'

export type EnforcementRow = SchemaControl & {
  /** Null where Segment has no setting. */
  readonly choice: Choice | null
  /** What happens to such data. */
  readonly sentence: string
  /** Where it happens all the same, because Segment cannot act there. */
  readonly exceptions: readonly string[]
}

/** What happens to bad data of a source: a row for each kind, or the one reason why nothing is judged. */
export type Enforcement =
  | { readonly judged: true; readonly rows: readonly EnforcementRow[] }
  | { readonly judged: false; readonly reason: string }

/**
 * What Segment does with a source's bad data, in words, and where it cannot.
 *
 * Segment Protocols, enforcement: blocking unplanned events reaches device mode on the web, never on mobile; every
 * other control works on what goes through Segment's servers only.
 */
export const enforcement = (source: SourceFacts): Enforcement => {
  if (!source.hasPlan)
    return { judged: false, reason: 'No tracking plan is connected, so Segment judges nothing here.' }
  const { settings } = source
  if (settings === null)
    return {
      judged: false,
      reason: 'Segment gives no schema settings for this source, so what it does with bad data is not known.',
    }
  const isBlockedKept = typeof settings.forwardingBlockedEventsTo === 'string'
  const rows = schemaControls.map((control): EnforcementRow => {
    const choice = choiceOf(control, settings)
    return {
      ...control,
      choice,
      sentence: sentenceOf(control, choice, isBlockedKept),
      exceptions: choice === 'block' || choice === 'omit' ? exceptionsOf(control, choice, source) : [],
    }
  })
  return { judged: true, rows }
}

const sentenceOf = (control: SchemaControl, choice: Choice | null, isBlockedKept: boolean): string => {
  if (choice === null)
    return `Segment has no setting for ${control.call} calls: they always pass, and violations are only reported.`
  const what = wordsFor(control)
  if (choice === 'allow') return `${what} pass, to destinations and warehouses alike.`
  if (choice === 'omit')
    return `${what} lose the ${control.call === 'track' ? 'properties' : 'traits'} in question; the rest passes, and the names that were taken away travel in the payload.`
  return isBlockedKept
    ? `${what} are blocked, and sent on to another source that keeps blocked events.`
    : `${what} are blocked and gone for good: blocked events are not forwarded anywhere.`
}

const wordsFor = ({ call, bad }: SchemaControl): string => {
  if (bad === 'unplanned-event') return 'Track events that the plan does not have'
  const calls = call === 'track' ? 'Track events' : `${call === 'identify' ? 'Identify' : 'Group'} calls`
  if (bad === 'unplanned-names')
    return `${calls} with ${call === 'track' ? 'properties' : 'traits'} that the plan does not have`
  return bad === 'schema' ? `${calls} that break their rule` : `${calls} that break the common rule`
}

const exceptionsOf = (
  control: SchemaControl,
  choice: 'block' | 'omit',
  { platform, destinations }: SourceFacts,
): string[] => {
  // Segment Protocols: a server has cloud mode only, and events forwarded between sources are not judged again.
  if (platform === 'server') return []
  const outOfReach = destinations.filter(
    ({ enabled, mode }) => enabled && mode !== 'cloud' && !isReached(control, platform),
  )
  const words = outOfReach.map(exceptionWords(choice))
  if (words.length > 0 || isReached(control, platform)) return words
  return [
    platform === 'mobile'
      ? 'A destination in device mode on a phone would get it all the same.'
      : 'A destination in device mode would get it all the same.',
  ]
}

/** Segment Protocols: Analytics.js blocks unplanned events itself, before any destination in the browser gets them. */
const isReached = ({ bad }: SchemaControl, platform: SourceFacts['platform']): boolean =>
  platform === 'web' && bad === 'unplanned-event'

const exceptionWords =
  (choice: 'block' | 'omit') =>
  ({ name, mode }: DestinationFacts): string => {
    const gets = choice === 'block' ? 'gets the event all the same' : 'gets it whole'
    if (mode === 'device') return `${name} is in device mode and ${gets}.`
    return mode === 'either'
      ? `${name} ${gets} if it is set to device mode; Segment's API does not say whether it is.`
      : `${name} may be in device mode, and then ${gets}.`
  }
