import { pages } from '@/contracts/paths'
import { Button } from '../ui/button'
import { ErrorNote } from '../ui/error-note'
import { LinkButton } from '../ui/link-button'
import { failureText } from './failure-text'
import { failureOf } from './request-failed'

type FailureNoteProps = {
  /** What a query or mutation failed with. */
  readonly error: unknown
  readonly onRetry?: () => void
  readonly className?: string
}

/** Any failure of a query or mutation, in words, with the way on. */
export const FailureNote = ({ error, onRetry, className }: FailureNoteProps) => {
  const failure = failureOf(error)
  const { title, kept, todo } = failureText(failure)
  return (
    <ErrorNote
      title={title}
      kept={kept}
      todo={todo}
      className={className}
      actions={
        failure.code === 'not-signed-in' ? (
          <LinkButton href={pages.signIn()}>Sign in</LinkButton>
        ) : onRetry ? (
          <Button onClick={onRetry}>Try again</Button>
        ) : null
      }
    />
  )
}
