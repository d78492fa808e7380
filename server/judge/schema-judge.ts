import { availableParallelism } from 'node:os'
import { changesOf } from '@/domain/impact/changes-of'
import { tellChange } from '@/domain/impact/tell-change'
import { uncompared, untold } from '@/domain/impact/uncompared'
import type { Rule } from '@/domain/plan/rule'
import { ruleFromText } from '@/domain/plan/rule-from-text'
import { ruleIdOf, ruleKey } from '@/domain/plan/rule-id'
import type { Log } from '@/server/log/log'
import type {
  Judged,
  LintedVersion,
  LintOutcome,
  Proposal,
  ProposedRules,
  RuleText,
  SchemaJudge,
} from '@/server/ports/schema-judge'
import { engineOf, threadEntry } from './thread-entry'
import { type Ended, type PoolLimits, threadPool } from './thread-pool'
import type { ThreadTasks } from './thread-task'

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

/** For pages of recorded calls, which may need every rule of a plan twice. */
const replaying: PoolLimits = { threads: 1, memoryMb: 1_024, stepMs: 10_000, idleMs: 60_000 }

/** Somebody waits for it at a screen. */
const suggestingFixes: PoolLimits = { threads: 1, memoryMb: 512, stepMs: 10_000, idleMs: 60_000 }

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
  const replays = threadPool(entry, replaying)
  const suggesting = threadPool(entry, suggestingFixes)
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

  const proposed = async <K extends 'replay' | 'infer'>(
    kind: K,
    { key, rules }: Proposal,
    asked: Omit<ThreadTasks[K]['asked'], 'key' | 'rules'>,
    signal?: AbortSignal,
  ): Promise<Judged<Exclude<ThreadTasks[K]['answer'], 'unknown-rules'>>> => {
    const first = await replays.run(kind, { ...asked, key } as ThreadTasks[K]['asked'], signal)
    const outcome =
      first.ok && first.answer === 'unknown-rules'
        ? await replays.run(
            kind,
            { ...asked, key, rules: onlyTexts(await rules()) } as ThreadTasks[K]['asked'],
            signal,
          )
        : first
    if (!outcome.ok) {
      log.warn({ part: 'judge', ended: outcome.ended, message: outcome.message }, replayWords[outcome.ended])
      return { ok: false, reason: replayWords[outcome.ended] }
    }
    if (outcome.answer === 'unknown-rules') throw new Error('A thread forgot what it was just told.')
    return { ok: true, answer: outcome.answer as Exclude<ThreadTasks[K]['answer'], 'unknown-rules'> }
  }

  return {
    get engine() {
      engine ??= engineOf(isDevelopment)
      return engine
    },
    explain,
    jointBreak,
    lint,
    replay: (proposal, calls, signal) => proposed('replay', proposal, { calls }, signal),
    suggest: async ({ rules, ...asked }, signal) => {
      const outcome = await suggesting.run('suggest', { ...asked, rules: rules.map(textOf) }, signal)
      if (outcome.ok) return outcome
      const reason = suggestWords[outcome.ended]
      log.warn({ part: 'judge', ended: outcome.ended, message: outcome.message }, reason)
      return { ok: false, reason }
    },
    breaking: async ({ rules, ...asked }, signal) => {
      // Not behind the suggestions, which the same screen asks for and which take longer.
      const outcome = await replays.run('breaking', { ...asked, rules: rules.map(textOf) }, signal)
      if (outcome.ok) return outcome
      const reason = replayWords[outcome.ended]
      log.warn({ part: 'judge', ended: outcome.ended, message: outcome.message }, reason)
      return { ok: false, reason }
    },
    infer: (proposal, violations, signal) => proposed('infer', proposal, { violations }, signal),
    close: async () => {
      await Promise.all([comparisons.close(), plans.close(), replays.close(), suggesting.close()])
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

const replayWords: Readonly<Record<Ended, string>> = {
  time: 'A rule takes too long to be judged by, so recorded calls were not judged.',
  memory: 'The rules take too much memory to be judged by, so recorded calls were not judged.',
  failed: 'Judging recorded calls came to no end.',
}

const suggestWords: Readonly<Record<Ended, string>> = {
  time: 'Working out fixes took too long and was stopped.',
  memory: 'Working out fixes took too much memory and was stopped.',
  failed: 'Working out fixes came to no end.',
}

const onlyTexts = ({ base, proposal }: ProposedRules): ProposedRules => ({
  base: base.map(textOf),
  proposal: proposal.map(textOf),
})

const textOf = (rule: RuleText): RuleText => ({ ...ruleIdOf(rule), schemaText: rule.schemaText })

const ruleOf = (text: RuleText): Rule => {
  const reading = ruleFromText(text, text.schemaText)
  return reading.ok ? reading.rule : { ...textOf(text), jsonSchema: null, hash: '' }
}
