import type { ReactNode } from 'react'
import type { ChangeView } from '@/contracts/plan'
import { ChangeTexts } from './change-texts'
import { Counterexample } from './counterexample'
import { VerdictBadge } from './verdict-badge'

type ChangeListProps = {
  readonly changes: readonly ChangeView[]
  /** The changes happened already, so nothing can be done about what they refuse. */
  readonly past?: boolean
  /** What stands beside a change, for whoever has something to say about it; with `order-last`, under it. */
  readonly under?: (change: ChangeView, at: number) => ReactNode
}

/** What changed in one rule: a sentence each, whom it hurts and why, and a message that shows it. */
export const ChangeList = ({ changes, past = false, under }: ChangeListProps) => {
  const firstShown = changes.findIndex(({ refusals }) => refusals !== undefined)
  return (
    <ul aria-label="Changes" className="flex flex-col">
      {changes.map((change, at) => (
        <li
          // biome-ignore lint/suspicious/noArrayIndexKey: changes have no id, and the list is replaced as a whole
          key={at}
          className="flex flex-wrap items-start gap-x-4 gap-y-1 border-line border-b py-2 last:border-b-0"
        >
          <div className="min-w-0 flex-1 basis-64">
            <p className="break-words text-ink">{change.sentence}.</p>
            <ChangeTexts change={change} />
            <Reasons change={change} />
          </div>
          <Verdicts change={change} />
          {under?.(change, at)}
          <Examples change={change} past={past} isFirst={at === firstShown} />
        </li>
      ))}
    </ul>
  )
}

const Verdicts = ({ change: { senders, readers, why, pending } }: { readonly change: ChangeView }) => (
  <div className="flex flex-wrap gap-1.5">
    {senders === readers && !pending && (senders === 'safe' || senders === 'documentation') ? (
      <VerdictBadge level={senders} why={[...new Set([why.senders, why.readers])]} />
    ) : (
      <>
        <VerdictBadge audience="Senders" level={senders} why={[why.senders]} pending={pending} />
        <VerdictBadge audience="Readers" level={readers} why={[why.readers]} />
      </>
    )}
  </div>
)

/** What hurts says why without being asked. */
const Reasons = ({ change: { senders, readers, why, pending } }: { readonly change: ChangeView }) => {
  const reasons = [
    ...(hurts(senders) && !pending ? [{ who: 'Senders', why: why.senders }] : []),
    ...(hurts(readers) ? [{ who: 'Readers', why: why.readers }] : []),
  ]
  return reasons.map((reason) => (
    <p key={reason.who} className="text-ink-3 text-xs">
      {reason.who}: {reason.why}
    </p>
  ))
}

const hurts = (level: ChangeView['senders']) => level === 'breaking' || level === 'unknown'

type ExamplesProps = {
  readonly change: ChangeView
  readonly past: boolean
  /** The first message of the list is there without being asked for. */
  readonly isFirst: boolean
}

const Examples = ({ change, past, isFirst }: ExamplesProps) => {
  const { rule, witness, refusals, pure } = change
  const subject = rule.type === 'TRACK' ? 'event' : 'call'
  const fate = past
    ? 'was fine before and is rejected since'
    : 'was fine yesterday and will be rejected tomorrow'
  if (!refusals && !pure) return null
  return (
    <div className="flex min-w-0 basis-full flex-col gap-1.5">
      {refusals ? (
        <Counterexample
          caption={`This ${subject} ${fate}`}
          message={witness}
          refusals={refusals}
          defaultOpen={isFirst}
        />
      ) : null}
      {pure ? (
        <Counterexample
          caption={`Only if someone already sends this name: this ${subject} ${fate}`}
          message={pure.witness}
          refusals={pure.refusals}
          defaultOpen={false}
        />
      ) : null}
    </div>
  )
}
