'use client'
import { Button } from '../ui/button'
import { Code } from '../ui/code'
import { CopyButton } from '../ui/copy-button'
import { Note } from '../ui/note'

/** A text of this request that did not stand as it was typed. */
export type GivenUp = { readonly name: string; readonly text: string }

type GivenUpNoteProps = { readonly texts: readonly GivenUp[]; readonly onClose: () => void }

/** Nothing that was typed is lost: what gave way can be copied. */
export const GivenUpNote = ({ texts, onClose }: GivenUpNoteProps) => (
  <Note
    live
    title="The request is up to date. What you gave up can still be copied."
    actions={
      <Button size="sm" onClick={onClose}>
        Dismiss
      </Button>
    }
  >
    <ul className="flex flex-col gap-1">
      {texts.map(({ name, text }) => (
        <li key={name} className="flex items-center gap-1">
          <Code>{name}</Code> <CopyButton text={text} what={`the text of ${name}`} />
        </li>
      ))}
    </ul>
  </Note>
)
