import { createLoader, type inferParserType, parseAsString, parseAsStringLiteral } from 'nuqs/server'
import type { LiveCallView } from '@/contracts/live'

export const shownVerdicts = ['all', 'invalid', 'valid'] as const

/** The debugger's state in the address: `source` is an endpoint, `call` the one that is looked at. */
export const debuggerFilter = {
  source: parseAsString,
  show: parseAsStringLiteral(shownVerdicts).withDefault('all'),
  q: parseAsString.withDefault(''),
  call: parseAsString,
} as const

export type DebuggerFilter = inferParserType<typeof debuggerFilter>

export const loadDebuggerFilter = createLoader(debuggerFilter)

/** Whether a call answers the filter. What was refused or not judged is no valid call. */
export const answersFilter = (
  { event, callType, verdict, call }: LiveCallView,
  { show, q }: Pick<DebuggerFilter, 'show' | 'q'>,
): boolean => {
  if (show === 'valid' && verdict !== 'valid') return false
  if (show === 'invalid' && verdict === 'valid') return false
  const text = q.trim().toLowerCase()
  return text === '' || `${callType} ${event ?? ''} ${JSON.stringify(call)}`.toLowerCase().includes(text)
}
