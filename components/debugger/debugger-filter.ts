import { createLoader, type inferParserType, parseAsString, parseAsStringLiteral } from 'nuqs/server'
import type { LiveCallView } from '@/contracts/live'

export const shownVerdicts = ['all', 'invalid', 'valid'] as const

/** The debugger's state in the address: `source` is an endpoint, `key` how a write key ends, `call` the one that is looked at. */
export const debuggerFilter = {
  source: parseAsString,
  show: parseAsStringLiteral(shownVerdicts).withDefault('all'),
  q: parseAsString.withDefault(''),
  key: parseAsString,
  call: parseAsString,
} as const

export type DebuggerFilter = inferParserType<typeof debuggerFilter>

export const loadDebuggerFilter = createLoader(debuggerFilter)

/** Whether a call answers the filter. What was refused or not judged is no valid call. */
export const answersFilter = (
  { event, callType, keyEnding, verdict, call }: LiveCallView,
  { show, q, key }: Pick<DebuggerFilter, 'show' | 'q' | 'key'>,
): boolean => {
  if (show === 'valid' && verdict !== 'valid') return false
  if (show === 'invalid' && verdict === 'valid') return false
  if (key !== null && keyEnding !== key) return false
  const text = q.trim().toLowerCase()
  return text === '' || `${callType} ${event ?? ''} ${JSON.stringify(call)}`.toLowerCase().includes(text)
}
