import { Check, CircleCheck } from 'lucide-react'
import type { CommentView } from '@/contracts/comment'
import { FailureNote } from '../../data/failure-note'
import { Button } from '../../ui/button'
import { RelativeTime } from '../../ui/relative-time'
import type { TakeSuggestion } from './take-with'

type SuggestionProps = { readonly comment: CommentView; readonly take: TakeSuggestion }

/** The schema that a comment wants at its place, and for whoever may edit the one press that puts it there. */
export const Suggestion = ({ comment: { id, author, suggestion, can }, take }: SuggestionProps) => {
  if (suggestion === null) return null
  const isThis = take.pendingId === id
  return (
    <figure aria-label={`Suggestion by ${author}`} className="mt-2 flex flex-col gap-2">
      <figcaption className="text-ink-3 text-xs">Suggests this schema:</figcaption>
      <pre
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what is wider than the screen is scrolled with the keyboard
        tabIndex={0}
        className="focus-ring overflow-x-auto rounded-sm bg-good-soft px-2.5 py-2 font-mono text-ink text-xs"
      >
        {suggestion.text}
      </pre>
      {suggestion.applied ? (
        <p className="flex items-center gap-1.5 text-ink-3 text-xs">
          <CircleCheck aria-hidden="true" className="size-3.5 text-good" />
          Taken over by {suggestion.applied.by} <RelativeTime at={suggestion.applied.at} />
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
