'use client'
import { useQueryClient } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { ThreadView } from '@/contracts/comment'
import type { ChangeView } from '@/contracts/plan'
import type { EditGroupView, ReviewView } from '@/contracts/review-view'
import { ruleIdOf, ruleKey, sameRule } from '@/domain/plan/rule-id'
import { suggestibleText } from '@/domain/review/apply-suggestion'
import { ruleTitle } from '../../ui/rule-title'
import { requestEditQuery } from '../change-request-queries'
import type { RequestPlace } from '../request-actions'
import type { RequestWork } from '../use-request-work'
import { NewThread } from './new-thread'
import { type TakeSuggestion, takeWith } from './take-with'
import { Thread } from './thread'
import type { ThreadJump } from './thread-head'
import type { TalkActions } from './use-talk'

/** What was said about the edits of a group: under each of their changes, and the rest of it below them. */
export type RuleTalk = {
  readonly under: (change: ChangeView, at: number) => ReactNode
  readonly rest: ReactNode
}

type Given = {
  readonly place: RequestPlace
  readonly actions: TalkActions
  readonly view: ReviewView
  readonly work: Pick<RequestWork, 'takeSuggestion'>
  readonly group: EditGroupView
  /** Leads to the thread in the conversation. */
  readonly onThread: (thread: string) => void
}

/**
 * Threads of a group laid out beside its changes: those of the edit that is shown at the first change of their place,
 * all others after them. What is said anew is said about the edit that is shown.
 */
export const useRuleTalk = ({ place, actions, work, view, group, onThread }: Given): RuleTalk => {
  const queries = useQueryClient()
  const [first] = group.edits
  if (!first) return { under: () => null, rest: null }
  const rule = ruleIdOf(first)
  const pointers = group.changes.map(({ pointer }) => pointer ?? '')
  const alike = new Set(group.edits.map(ruleKey))
  const threads = view.threads.filter((thread) => thread.rule !== null && alike.has(ruleKey(thread.rule)))
  const isShown = (thread: ThreadView) => thread.rule !== null && sameRule(thread.rule, rule)
  const jump = { words: 'Show in the conversation', go: ({ id }: ThreadView) => onThread(id) }
  const common = { place, actions, take: takeWith(work, view), jump }
  const at = (pointer: string) =>
    threads.filter((thread) => isShown(thread) && (thread.pointer ?? '') === pointer)
  const elsewhere = threads.filter((thread) => !isShown(thread) || !pointers.includes(thread.pointer ?? ''))
  const suggestible = async (pointer: string) => {
    const { edit } = await queries.fetchQuery(requestEditQuery(place, first))
    return suggestibleText({ after: edit.afterText }, pointer)
  }
  return {
    under: ({ pointer, kind, sentence }, row) => (
      <>
        {view.can.comment ? (
          <NewThread
            place={place}
            actions={actions}
            on={pointer === undefined ? { rule } : { rule, pointer }}
            draft={`${pointer ?? ''} ${kind}`}
            about={`“${sentence}”`}
            isFirst={row === 0}
            suggestible={() => suggestible(pointer ?? '')}
          />
        ) : null}
        {pointers.indexOf(pointer ?? '') === row ? (
          <div className="order-last min-w-0 basis-full empty:hidden">
            <Threads {...common} threads={at(pointer ?? '')} showsPlace={false} />
          </div>
        ) : null}
      </>
    ),
    rest: (
      <div className="flex flex-wrap gap-2 pt-2">
        <Threads {...common} threads={elsewhere} showsPlace />
        {view.can.comment ? (
          <NewThread
            place={place}
            actions={actions}
            on={{ rule }}
            draft="rule"
            about={ruleTitle(rule)}
            isFirst={group.changes.length === 0}
            suggestible={() => suggestible('')}
            withWords
          />
        ) : null}
      </div>
    ),
  }
}

type ThreadsProps = {
  readonly place: RequestPlace
  readonly actions: TalkActions
  readonly take: TakeSuggestion
  readonly threads: readonly ThreadView[]
  readonly showsPlace: boolean
  readonly jump: ThreadJump
}

const Threads = ({ threads, ...rest }: ThreadsProps) =>
  threads.length === 0 ? null : (
    <ul aria-label="Threads" className="flex min-w-0 basis-full flex-col gap-2">
      {threads.map((thread) => (
        <li key={thread.id} className="min-w-0">
          <Thread {...rest} thread={thread} />
        </li>
      ))}
    </ul>
  )
