'use client'
import type { ReactNode } from 'react'
import type { ChangeRequestView, EditView } from '@/contracts/change-request'
import type { ThreadView } from '@/contracts/comment'
import type { ChangeView } from '@/contracts/plan'
import { ruleIdOf, sameRule } from '@/domain/plan/rule-id'
import { suggestibleText } from '@/domain/review/apply-suggestion'
import { ruleTitle } from '../../ui/rule-title'
import type { RequestPlace } from '../request-actions'
import type { RequestWork } from '../use-request-work'
import { NewThread } from './new-thread'
import { type TakeSuggestion, takeWith } from './take-with'
import { Thread } from './thread'
import type { TalkActions } from './use-talk'

/** What was said about an edit: under each of its changes, and the rest of it below them. */
export type RuleTalk = {
  readonly under: (change: ChangeView, at: number) => ReactNode
  readonly rest: ReactNode
}

type Given = {
  readonly place: RequestPlace
  readonly actions: TalkActions
  readonly view: ChangeRequestView
  readonly work: Pick<RequestWork, 'takeSuggestion'>
  readonly edit: EditView
  /** All changes of the edit, as they are listed. */
  readonly changes: readonly ChangeView[]
}

/** Threads of one rule laid out beside its changes: at the first change of their place, or after all of them. */
export const ruleTalk = ({ place, actions, work, view, edit, changes }: Given): RuleTalk => {
  const rule = ruleIdOf(edit)
  const pointers = changes.map(({ pointer }) => pointer ?? '')
  const threads = view.threads.filter((thread) => thread.rule !== null && sameRule(thread.rule, rule))
  const common = { place, actions, take: takeWith(work, view), mayComment: view.can.comment }
  const at = (pointer: string) => threads.filter((thread) => (thread.pointer ?? '') === pointer)
  const elsewhere = threads.filter(({ pointer }) => !pointers.includes(pointer ?? ''))
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
            suggestible={() => suggestibleText({ after: edit.afterText }, pointer ?? '')}
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
  readonly mayComment: boolean
  readonly threads: readonly ThreadView[]
  readonly showsPlace: boolean
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
