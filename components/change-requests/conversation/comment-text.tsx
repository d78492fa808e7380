import { Fragment } from 'react'
import { type CommentPart, commentParts } from '@/domain/review/comment-parts'

/** What somebody wrote: plain text in its lines, with code and web addresses. */
export const CommentText = ({ body }: { readonly body: string }) => (
  <div className="whitespace-pre-wrap break-words text-ink [overflow-wrap:anywhere]">
    {commentParts(body).map((part, at) => (
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
    default:
      return <Fragment>{text}</Fragment>
  }
}
