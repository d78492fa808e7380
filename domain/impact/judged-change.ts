import type { Change } from '../diff/change'
import type { Json } from '../plan/json'
import type { Verdict } from './verdict'

export type JudgedChange = {
  readonly change: Change
  readonly verdict: Verdict
  /** A message that the old rule accepts and the new one refuses, both checked. */
  readonly witness?: Json
}
