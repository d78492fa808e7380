import { Button } from '../ui/button'
import { Code } from '../ui/code'
import { Note } from '../ui/note'
import type { ChangedEdit } from './changed-edits'

type ChangedSinceNoteProps = {
  readonly changed: readonly ChangedEdit[]
  readonly onShow?: () => void
  readonly onSeen: () => void
}

const words = { new: 'added', changed: 'changed', gone: 'taken out' } as const
const most = 8

/** Somebody else changed the edits while this person looked at them. */
export const ChangedSinceNote = ({ changed, onShow, onSeen }: ChangedSinceNoteProps) => (
  <Note
    tone="warn"
    live
    title="The edits changed since you looked."
    actions={
      <>
        {onShow ? (
          <Button size="sm" onClick={onShow}>
            Show the changes
          </Button>
        ) : null}
        <Button size="sm" onClick={onSeen}>
          I have looked
        </Button>
      </>
    }
  >
    <p>What you typed is still here.</p>
    <ul className="mt-1 flex flex-wrap gap-x-3 gap-y-0.5">
      {changed.slice(0, most).map(({ name, what }) => (
        <li key={name}>
          <Code>{name}</Code> {words[what]}
        </li>
      ))}
      {changed.length > most ? <li>and {changed.length - most} more</li> : null}
    </ul>
  </Note>
)
