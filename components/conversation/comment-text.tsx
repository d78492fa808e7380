import { Fragment } from 'react'
import { type CommentPart, commentParts } from '@/domain/review/comment-parts'

type CommentTextProps = {
  readonly body: string
  /** Names in it that are members'; any other `@` is text. */
  readonly mentions?: readonly string[]
}

/** What somebody wrote: plain text in its lines, with code, web addresses and mentions. */
export const CommentText = ({ body, mentions = [] }: CommentTextProps) => (
  <div className="whitespace-pre-wrap break-words text-ink [overflow-wrap:anywhere]">
    {commentParts(body, mentions).map((part, at) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: parts have no id, and a text is replaced as a whole
      <Part key={at} part={part} />
    ))}
  </div>
)

const Part = ({ part: { kind, text } }: { readonly part: CommentPart }) => {
  switch (kind) {
    case 'code':
      return <code className="rounded-sm bg-hover px-1 py-px font-mono text-[0.9em]">{text}</code>
    case 'block':
      return (
        <pre
          // biome-ignore lint/a11y/noNoninteractiveTabindex: what is wider than the screen is scrolled with the keyboard
          tabIndex={0}
          className="focus-ring my-1 overflow-x-auto rounded-sm bg-hover px-2.5 py-2 font-mono text-xs"
        >
          {text}
        </pre>
      )
    case 'link':
      return (
        <a
          href={text}
          target="_blank"
          rel="noopener noreferrer nofollow"
          className="focus-ring rounded-sm text-accent underline decoration-accent/35 underline-offset-3 hover:decoration-accent"
        >
          {text}
        </a>
      )
    case 'mention':
      return <span className="rounded-sm bg-accent-soft px-0.5 font-medium text-accent">@{text}</span>
    default:
      return <Fragment>{text}</Fragment>
  }
}
