import type { ChangeView } from '@/contracts/plan'
import { VerdictBadge } from './verdict-badge'

/** What changed in one rule: a sentence each, whom it hurts, and why where it does. */
export const ChangeList = ({ changes }: { readonly changes: readonly ChangeView[] }) => (
  <ul aria-label="Changes" className="flex flex-col">
    {changes.map((change, at) => (
      <li
        // biome-ignore lint/suspicious/noArrayIndexKey: changes have no id, and the list is replaced as a whole
        key={at}
        className="flex flex-wrap items-start gap-x-4 gap-y-1 border-line border-b py-2 last:border-b-0"
      >
        <div className="min-w-0 flex-1 basis-64">
          <p className="break-words text-ink">{change.sentence}.</p>
          <Texts change={change} />
          <Reasons change={change} />
        </div>
        <Verdicts change={change} />
      </li>
    ))}
  </ul>
)

const Verdicts = ({ change: { senders, readers, why } }: { readonly change: ChangeView }) => (
  <div className="flex flex-wrap gap-1.5">
    {senders === readers && (senders === 'safe' || senders === 'documentation') ? (
      <VerdictBadge level={senders} why={[...new Set([why.senders, why.readers])]} />
    ) : (
      <>
        <VerdictBadge audience="Senders" level={senders} why={[why.senders]} />
        <VerdictBadge audience="Readers" level={readers} why={[why.readers]} />
      </>
    )}
  </div>
)

/** Words are what a description is about, so they stand here and not only in the raw diff. */
const Texts = ({ change: { kind, before, after } }: { readonly change: ChangeView }) =>
  kind === 'description-changed' ? (
    <>
      {typeof before === 'string' ? (
        <p className="break-words text-ink-3">
          <span className="sr-only">Before: </span>
          <del>{before}</del>
        </p>
      ) : null}
      {typeof after === 'string' ? (
        <p className="break-words text-ink-2">
          <span className="sr-only">Now: </span>
          <ins className="no-underline">{after}</ins>
        </p>
      ) : null}
    </>
  ) : null

/** What hurts says why without being asked. */
const Reasons = ({ change: { senders, readers, why } }: { readonly change: ChangeView }) => {
  const reasons = [
    ...(hurts(senders) ? [{ who: 'Senders', why: why.senders }] : []),
    ...(hurts(readers) ? [{ who: 'Readers', why: why.readers }] : []),
  ]
  return reasons.map((reason) => (
    <p key={reason.who} className="text-ink-3 text-xs">
      {reason.who}: {reason.why}
    </p>
  ))
}

const hurts = (level: ChangeView['senders']) => level === 'breaking' || level === 'unknown'
