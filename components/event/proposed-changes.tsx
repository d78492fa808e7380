import { ChangeList } from '../diff/change-list'
import { Section } from '../ui/section'
import type { LiveChanges } from './live-changes'
import { shownChanges } from './shown-changes'
import type { useLiveCheck } from './use-live-check'

type ProposedChangesProps = {
  readonly changes: LiveChanges
  readonly live: ReturnType<typeof useLiveCheck>
}

/** What the edit changes and whom it hurts, while it is being written. */
export const ProposedChanges = ({ changes, live }: ProposedChangesProps) => (
  <Section title="What changes">
    <Changes changes={changes} live={live} />
    {live.error ? (
      <p className="text-ink-3 text-sm" role="status">
        Whom it hurts could not be asked just now; it will be checked when it is saved.
      </p>
    ) : null}
  </Section>
)

const Changes = ({ changes, live }: ProposedChangesProps) => {
  if (!changes.ok) return <p className="text-ink-3 text-sm">The JSON cannot be read yet.</p>
  if (changes.sentences.length === 0) return <p className="text-ink-3 text-sm">Nothing so far.</p>
  const shown = shownChanges(changes.changes, live.checked?.changes, live.isForThisText)
  return shown.length > 0 ? (
    <ChangeList changes={shown} />
  ) : (
    <ul aria-label="Changes" className="flex list-disc flex-col gap-1 pl-4 text-sm marker:text-ink-3">
      {changes.sentences.map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  )
}
