import type { ChangeView } from '@/contracts/plan'
import type { RepairView } from '@/contracts/repair'
import { Counterexample } from '../diff/counterexample'
import { type Level, worstLevel } from '../diff/level-look'
import { VerdictBadge } from '../diff/verdict-badge'
import { Code } from '../ui/code'

/** One repair: what is done, where, whom it hurts, and an event that shows it. */
export const RepairItem = ({ repair }: { readonly repair: RepairView }) => {
  const { what, pointer, explanation, changes } = repair
  const refused = changes.find(({ refusals }) => refusals !== undefined)
  return (
    <div className="flex min-w-0 flex-1 flex-wrap items-start gap-x-4 gap-y-1">
      <div className="min-w-0 flex-1 basis-60">
        <p className="text-ink">{what}</p>
        <p className="break-words text-ink-3 text-xs">
          <Code>{pointer === '' ? '/' : pointer}</Code> {explanation}
        </p>
      </div>
      <Verdicts changes={changes} />
      {refused?.refusals ? (
        <div className="min-w-0 basis-full">
          <Counterexample
            caption="This event was fine yesterday and will be rejected tomorrow"
            message={refused.witness}
            refusals={refused.refusals}
            defaultOpen={false}
          />
        </div>
      ) : null}
    </div>
  )
}

const Verdicts = ({ changes }: Pick<RepairView, 'changes'>) => {
  const senders = verdictOf(changes, 'senders')
  const readers = verdictOf(changes, 'readers')
  if (changes.length === 0)
    return <VerdictBadge level="documentation" why={['It means the same as before.']} />
  return (
    <div className="flex flex-wrap gap-1.5">
      {senders.level === readers.level && senders.level !== 'breaking' && senders.level !== 'unknown' ? (
        <VerdictBadge level={senders.level} why={[...new Set([...senders.why, ...readers.why])]} />
      ) : (
        <>
          <VerdictBadge audience="Senders" {...senders} />
          <VerdictBadge audience="Readers" {...readers} />
        </>
      )}
    </div>
  )
}

/** The worst of several opinions, with the reasons of those that are as bad. */
const verdictOf = (
  changes: readonly ChangeView[],
  audience: 'senders' | 'readers',
): { readonly level: Level; readonly why: readonly string[] } => {
  const level = worstLevel(changes.map((change) => change[audience]))
  const worst = changes.filter((change) => change[audience] === level)
  return { level, why: [...new Set(worst.map(({ why }) => why[audience]))] }
}
