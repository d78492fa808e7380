import { Check, CircleCheck } from 'lucide-react'
import type { CommentView } from '@/contracts/comment'
import { FailureNote } from '../../data/failure-note'
import { ChangeTexts } from '../../diff/change-texts'
import { Button } from '../../ui/button'
import { RelativeTime } from '../../ui/relative-time'
import type { TakeSuggestion } from './take-with'

type SuggestionProps = { readonly comment: CommentView; readonly take: TakeSuggestion }

/** What a comment wants changed at its place, in words, and for whoever may edit the one press that does it. */
export const Suggestion = ({ comment: { id, author, suggestion, can }, take }: SuggestionProps) => {
  if (suggestion === null) return null
  const isThis = take.pendingId === id
  const { text, applied, changes } = suggestion
  return (
    <figure
      aria-label={`Suggestion by ${author}`}
      className="mt-2 flex flex-col gap-2 border-good border-l-2 pl-3"
    >
      <figcaption className="text-ink-3 text-xs">
        {changes.length > 0 ? 'Suggests:' : 'Suggests this to stand there:'}
      </figcaption>
      {changes.length > 0 ? (
        <ul className="flex flex-col gap-1">
          {changes.map((change, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: changes have no id, and the list is replaced as a whole
            <li key={at}>
              <p className="break-words text-ink">{change.sentence}.</p>
              <ChangeTexts change={change} />
            </li>
          ))}
        </ul>
      ) : null}
      <details open={changes.length === 0 && applied === null}>
        <summary className="focus-ring w-fit cursor-pointer rounded-sm text-ink-3 text-xs">As JSON</summary>
        <pre
          // biome-ignore lint/a11y/noNoninteractiveTabindex: what is wider than the screen is scrolled with the keyboard
          tabIndex={0}
          className="focus-ring mt-1 overflow-x-auto rounded-sm bg-good-soft px-2.5 py-2 font-mono text-ink text-xs"
        >
          {text}
        </pre>
      </details>
      {applied ? (
        <p className="flex items-center gap-1.5 text-ink-3 text-xs">
          <CircleCheck aria-hidden="true" className="size-3.5 text-good" />
          Taken over by {applied.by} <RelativeTime at={applied.at} />
        </p>
      ) : null}
      {isThis && take.failure ? <FailureNote error={take.failure} /> : null}
      {can.apply ? (
        <div>
          <Button
            size="sm"
            icon={<Check aria-hidden="true" />}
            pending={isThis && take.isPending}
            onClick={() => take.mutate(id)}
          >
            Apply the suggestion
          </Button>
        </div>
      ) : null}
    </figure>
  )
}
