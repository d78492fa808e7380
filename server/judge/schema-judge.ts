import { availableParallelism } from 'node:os'
import { changesOf } from '@/domain/impact/changes-of'
import { tellChange } from '@/domain/impact/tell-change'
import { uncompared, untold } from '@/domain/impact/uncompared'
import type { Rule } from '@/domain/plan/rule'
import { ruleFromText } from '@/domain/plan/rule-from-text'
import { ruleIdOf, ruleKey } from '@/domain/plan/rule-id'
import type { Log } from '@/server/log/log'
import type { LintedVersion, LintOutcome, RuleText, SchemaJudge } from '@/server/ports/schema-judge'
import { engineOf, threadEntry } from './thread-entry'
import { type Ended, type PoolLimits, threadPool } from './thread-pool'

export type OpenSchemaJudge = SchemaJudge & { readonly close: () => Promise<void> }

/** For one rule: domain.md 4 asks for bounds around what cannot be interrupted from inside. */
export const comparing: PoolLimits = {
  threads: Math.min(2, availableParallelism()),
  memoryMb: 256,
  stepMs: 1_000,
  idleMs: 60_000,
}

/** For whole plans: 10,000 events of 50 properties take about 300 MB and a few seconds. */
const lookingThrough: PoolLimits = { threads: 1, memoryMb: 1_024, stepMs: 60_000, idleMs: 60_000 }

type Needs = {
  readonly log: Log
  readonly isDevelopment: boolean
  /** Limits of one comparison. */
  readonly comparing: PoolLimits
}

/** The port over worker threads. Nothing is started before it is first needed. */
export const openSchemaJudge = ({ log, isDevelopment, ...limits }: Needs): OpenSchemaJudge => {
  const entry = threadEntry(isDevelopment)
  const comparisons = threadPool(entry, limits.comparing)
  const plans = threadPool(entry, lookingThrough)
  let engine: string | undefined

  const explain: SchemaJudge['explain'] = async (before, after, signal) => {
    const compared = await comparisons.run('explain', { before, after }, signal)
    if (compared.ok) return compared.answer
    const why = stoppedWords[compared.ended]
    const rule = after ?? before
    log.warn(
      { part: 'judge', ended: compared.ended, rule: rule && ruleKey(rule), message: compared.message },
      why,
    )
    if (before === null || after === null)
      return uncompared(changesOf(before && ruleOf(before), after && ruleOf(after)), why).map(tellChange)
    const outlined = await comparisons.run('outline', { before, after, why }, signal)
    return outlined.ok ? outlined.answer : [tellChange(untold(ruleIdOf(before), why))]
  }

  const jointBreak: SchemaJudge['jointBreak'] = async (merged, signal) => {
    const compared = await comparisons.run('joint', merged, signal)
    return compared.ok ? compared.answer : null
  }

  const lint = async (
    { key, rules }: LintedVersion,
    edits: Parameters<SchemaJudge['lint']>[1],
    signal?: AbortSignal,
  ): Promise<LintOutcome> => {
    const asked = await plans.run('lint', { key, edits }, signal)
    const linted =
      asked.ok && asked.answer === 'unknown-version'
        ? await plans.run('lint', { key, edits, rules: (await rules()).map(textOf) }, signal)
        : asked
    if (!linted.ok) return { ok: false, reason: lintWords[linted.ended] }
    if (linted.answer === 'unknown-version') throw new Error('A thread forgot what it was just told.')
    if (linted.answer.ok) return linted.answer
    return { ok: false, reason: linted.answer.problems.map(({ message }) => message).join(' ') }
  }

  return {
    get engine() {
      engine ??= engineOf(isDevelopment)
      return engine
    },
    explain,
    jointBreak,
    lint,
    close: async () => {
      await Promise.all([comparisons.close(), plans.close()])
    },
  }
}

const stoppedWords: Readonly<Record<Ended, string>> = {
  time: 'The comparison took too long and was stopped.',
  memory: 'The comparison took too much memory and was stopped.',
  failed: 'The comparison came to no end.',
}

const lintWords: Readonly<Record<Ended, string>> = {
  time: 'The plan takes too long to be looked through.',
  memory: 'The plan is too large to be looked through.',
  failed: 'Looking through the plan came to no end.',
}

const textOf = (rule: RuleText): RuleText => ({ ...ruleIdOf(rule), schemaText: rule.schemaText })

const ruleOf = (text: RuleText): Rule => {
  const reading = ruleFromText(text, text.schemaText)
  return reading.ok ? reading.rule : { ...textOf(text), jsonSchema: null, hash: '' }
}
