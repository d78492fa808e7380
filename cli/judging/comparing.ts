import { availableParallelism } from 'node:os'
import { endedWords, type Outcome } from './outcome'
import type { Limits } from './thread-pool'

/** What one pair of schemas may take. */
export const comparing: Limits = {
  threads: Math.min(2, availableParallelism()),
  memoryMb: 192,
  itemMs: 1_000,
}

/** Why a pair is unknown that was not compared to the end. */
export const stoppedReason = (outcome: Outcome<unknown> | undefined): string =>
  `The comparison ${endedWords[outcome && !outcome.ok ? outcome.ended : 'failed']}.`
