import type { ReactNode } from 'react'
import { Note } from './note'

type ErrorNoteProps = {
  /** What happened. */
  readonly title: string
  /** What was not lost. */
  readonly kept?: string
  /** What to do. */
  readonly todo?: ReactNode
  readonly actions?: ReactNode
  readonly className?: string
}

/** An error in three answers: what happened, what was not lost, what to do. */
export const ErrorNote = ({ title, kept, todo, actions, className }: ErrorNoteProps) => (
  <Note tone="bad" live title={title} actions={actions} className={className}>
    {kept ? <p>{kept}</p> : null}
    {todo ? <p>{todo}</p> : null}
  </Note>
)
