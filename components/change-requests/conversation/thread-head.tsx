'use client'
import { CircleCheck, MessageSquare, RefreshCw } from 'lucide-react'
import type { ThreadView } from '@/contracts/comment'
import { showPlace } from '@/domain/diff/describe-change'
import { Badge } from '../../ui/badge'
import { Button } from '../../ui/button'
import { RelativeTime } from '../../ui/relative-time'
import { ruleTitle } from '../../ui/rule-title'

/** From a thread to where else it stands. */
export type ThreadJump = { readonly words: string; readonly go: (thread: ThreadView) => void }

type ThreadHeadProps = {
  readonly thread: ThreadView
  readonly showsPlace: boolean
  readonly isOpen: boolean
  readonly onToggle: () => void
  readonly jump: ThreadJump | undefined
}

/** What a thread is about, whether that is still there, and who settled it; nothing where none of it is news. */
export const ThreadHead = ({ thread, showsPlace, isOpen, onToggle, jump }: ThreadHeadProps) => {
  const { outdated, resolved, comments } = thread
  return (
    <div className="flex flex-wrap items-center gap-x-2 gap-y-1 text-ink-3 text-xs empty:hidden">
      {showsPlace ? <Place thread={thread} /> : null}
      {outdated ? (
        <Badge tone="warn" icon={RefreshCw}>
          outdated
        </Badge>
      ) : null}
      {resolved ? (
        <>
          <Badge tone="good" icon={CircleCheck}>
            resolved
          </Badge>
          <span>
            by {resolved.by} <RelativeTime at={resolved.at} />
          </span>
          <Button size="sm" variant="ghost" aria-expanded={isOpen} onClick={onToggle}>
            {isOpen ? 'Hide' : `Show ${comments.length === 1 ? 'it' : `${comments.length} comments`}`}
          </Button>
        </>
      ) : null}
      {jump && thread.rule ? (
        <Button size="sm" variant="ghost" data-key="t" className="-my-1" onClick={() => jump.go(thread)}>
          {jump.words}
        </Button>
      ) : null}
    </div>
  )
}

const Place = ({ thread: { rule, pointer } }: { readonly thread: ThreadView }) => (
  <span className="flex min-w-0 items-center gap-1.5">
    <MessageSquare aria-hidden="true" className="size-3.5 shrink-0" />
    {rule ? (
      <span className="min-w-0 break-all text-ink-2">
        <span className={rule.key === null ? undefined : 'font-mono'}>{ruleTitle(rule)}</span>
        {pointer ? <span className="font-mono"> · {showPlace(pointer)}</span> : null}
      </span>
    ) : (
      <span>The whole request</span>
    )}
  </span>
)
