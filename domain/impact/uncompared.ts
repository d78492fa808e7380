import type { Change } from '../diff/change'
import type { RuleId } from '../plan/rule'
import { judge } from './judge'
import type { JudgedChange } from './judged-change'
import { unknown } from './opinions'

/**
 * The changes of a rule whose two states could not be compared as wholes, `why` in a sentence: nothing that only the
 * comparison can prove is said of senders. What happened to the rule itself, and documentation, needs no proof.
 */
export const uncompared = (changes: readonly Change[], why: string): readonly JudgedChange[] =>
  changes.map((change) => {
    const verdict = judge(change)
    const isProofNeeded = 'schemaPointer' in change && verdict.senders.level !== 'documentation'
    return { change, verdict: isProofNeeded ? { ...verdict, senders: unknown(why) } : verdict }
  })

/** The same for a rule of which not even the changes could be told. */
export const untold = (rule: RuleId, why: string): JudgedChange => ({
  change: { kind: 'schema-changed', rule, pointer: '', schemaPointer: '', keyword: null },
  verdict: { senders: unknown(why), readers: unknown(why) },
})
