'use client'
import { FilePen } from 'lucide-react'
import { useState } from 'react'
import { Button } from '../../ui/button'
import { Field } from '../../ui/field'
import { Textarea } from '../../ui/textarea'

type SuggestionBoxProps = {
  readonly text: string
  readonly onText: (text: string) => void
  /** It is for the event itself, not for a property of it. */
  readonly ofEvent: boolean
  readonly begin: (() => Promise<string | null>) | undefined
}

/** Under a comment: the schema that should stand there instead, beginning with the one that does. */
export const SuggestionBox = ({ text, onText, ofEvent, begin }: SuggestionBoxProps) => {
  const [isImpossible, setImpossible] = useState(false)
  if (begin === undefined) return null
  const suggest = async () => {
    const current = await begin().catch(() => null)
    setImpossible(current === null)
    if (current !== null) onText(current)
  }
  if (text === '')
    return (
      <div className="flex flex-wrap items-center gap-2">
        <Button size="sm" variant="quiet" icon={<FilePen aria-hidden="true" />} onClick={suggest}>
          Suggest a change
        </Button>
        {isImpossible ? (
          <span role="status" className="text-ink-3 text-xs">
            No property stands here that could be changed.
          </span>
        ) : null}
      </div>
    )
  return (
    <Field
      label={ofEvent ? 'Suggested description and labels (JSON)' : 'Suggested schema (JSON)'}
      hint="Whoever may edit the request takes it over with one press."
    >
      <Textarea
        className="font-mono text-xs"
        spellCheck={false}
        value={text}
        onChange={(event) => onText(event.target.value)}
      />
    </Field>
  )
}
