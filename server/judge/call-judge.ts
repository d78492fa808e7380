import { isJsonObject } from '@/domain/plan/json'
import { ruleKey } from '@/domain/plan/rule-id'
import { rulesByCall } from '@/domain/validation/planned-call'
import type { Log } from '@/server/log/log'
import type { CallJudge, CallToJudge, JudgedCall, JudgingRules } from '@/server/ports/call-judge'
import type { RuleText } from '@/server/ports/schema-judge'
import { threadEntry } from './thread-entry'
import { type PoolLimits, threadPool } from './thread-pool'

export type OpenCallJudge = CallJudge & { readonly close: () => Promise<void> }

/** A step is a call, or as many as take 50 ms; the first that meets a rule compiles it. */
export const judging: PoolLimits = { threads: 1, memoryMb: 1_024, stepMs: 2_000, idleMs: 600_000 }

/** The port over a worker thread. Nothing is started before it is first needed. */
export const openCallJudge = ({
  log,
  isDevelopment,
  limits = judging,
}: {
  readonly log: Log
  readonly isDevelopment: boolean
  readonly limits?: PoolLimits
}): OpenCallJudge => {
  const pool = threadPool(threadEntry(isDevelopment), limits)
  /** Rules that ended the thread, by the key of the rules they belong to. */
  const setAside = new Map<string, Set<string>>()

  const ask = async ({ key, rules }: JudgingRules, calls: readonly CallToJudge[]) => {
    const asked = { key, calls, setAside: [...(setAside.get(key) ?? [])] }
    const first = await pool.run('calls', asked)
    return first.ok && first.answer === 'unknown-rules'
      ? pool.run('calls', { ...asked, rules: (await rules()).map(textOf) })
      : first
  }

  const judge = async (
    rules: JudgingRules,
    calls: readonly CallToJudge[],
  ): Promise<readonly JudgedCall[]> => {
    if (calls.length === 0) return []
    const outcome = await ask(rules, calls)
    if (outcome.ok && outcome.answer !== 'unknown-rules') return outcome.answer
    if (outcome.ok) throw new Error('A thread forgot what it was just told.')
    // One of them did not come to an end: which one is found by halves.
    const middle = calls.length >> 1
    if (middle > 0)
      return [...(await judge(rules, calls.slice(0, middle))), ...(await judge(rules, calls.slice(middle)))]
    const named = await namesOf(rules, calls)
    log.warn(
      { part: 'judge', ended: outcome.ended, rules: named },
      'A rule is set aside: judging by it was stopped',
    )
    remember(rules.key, named)
    return [
      {
        breaches: [],
        ruleVersion: null,
        planned: true,
        personal: [],
        notJudged: 'Judging it took too much and was stopped.',
      },
    ]
  }

  const remember = (key: string, named: readonly string[]) => {
    const known = setAside.get(key) ?? new Set<string>()
    for (const name of named) known.add(name)
    setAside.delete(key)
    setAside.set(key, known)
    for (const oldest of setAside.keys()) {
      if (setAside.size <= mostRemembered) break
      setAside.delete(oldest)
    }
  }

  return { judge, close: pool.close }
}

const mostRemembered = 1_000

/** The rule of a call; where there is none, the common rule it was. */
const namesOf = async (
  { rules }: JudgingRules,
  [first]: readonly CallToJudge[],
): Promise<readonly string[]> => {
  const all = (await rules()).map((text) => ({ ...text, jsonSchema: null, hash: '' }))
  const { ruleOf, common } = rulesByCall(all)
  const rule = first && isJsonObject(first.call) ? ruleOf(first.call) : null
  return [rule ?? common].flatMap((one) => (one === null ? [] : [ruleKey(one)]))
}

const textOf = ({ type, key, version, schemaText }: RuleText): RuleText => ({
  type,
  key,
  version,
  schemaText,
})
