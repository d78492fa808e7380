'use client'
import { useState } from 'react'
import type { ChangeRequestView } from '@/contracts/change-request'
import { ruleKey, ruleName, sameRule } from '@/domain/plan/rule-id'
import { FailureNote } from '../data/failure-note'
import { isFailure } from '../data/request-failed'
import { TextDiff } from '../diff/text-diff'
import { Button } from '../ui/button'
import { Code } from '../ui/code'
import { CopyButton } from '../ui/copy-button'
import { Note } from '../ui/note'
import { Segmented } from '../ui/segmented'
import type { RequestWork } from './use-request-work'

type Take = 'ours' | 'theirs'
type Conflict = ChangeRequestView['conflicts'][number]
type Kept = { readonly name: string; readonly text: string }

type ConflictListProps = { readonly view: ChangeRequestView; readonly work: RequestWork }

/** Rules that changed in the plan as well: side by side, and a person's word on each. */
export const ConflictList = ({ view, work }: ConflictListProps) => {
  const [choices, setChoices] = useState<ReadonlyMap<string, Take>>(new Map())
  const [dropped, setDropped] = useState<readonly Kept[]>([])
  const { mutate, isPending, error } = work.resolveConflicts
  const { conflicts } = view
  const chosen = conflicts.flatMap(({ rule }) => {
    const take = choices.get(ruleKey(rule))
    return take ? [{ rule, take }] : []
  })
  const settle = () =>
    mutate(
      { fingerprint: view.fingerprint, choices: chosen },
      {
        onSuccess: () => {
          setDropped(
            conflicts
              .filter(({ rule }) => choices.get(ruleKey(rule)) === 'theirs')
              .map((conflict) => ({ name: ruleName(conflict.rule), text: typedText(view, conflict) ?? '' }))
              .filter(({ text }) => text !== ''),
          )
          setChoices(new Map())
        },
      },
    )
  if (conflicts.length === 0)
    return dropped.length > 0 ? <Dropped dropped={dropped} onClose={() => setDropped([])} /> : null
  return (
    <section id="conflicts" aria-labelledby="conflicts-title" className="flex scroll-mt-16 flex-col gap-4">
      <Note tone="warn">
        <h2 id="conflicts-title" className="font-medium text-ink">
          {conflicts.length === 1
            ? 'One rule changed in the plan as well.'
            : `${conflicts.length} rules changed in the plan as well.`}
        </h2>
        <p>
          This request began on version {view.base}. Nothing is lost: both texts are below. Say for each which
          one the request goes on with.
        </p>
      </Note>
      {conflicts.map((conflict) => (
        <ConflictItem
          key={`${ruleKey(conflict.rule)} ${conflict.pointer}`}
          conflict={conflict}
          typed={typedText(view, conflict)}
          take={choices.get(ruleKey(conflict.rule)) ?? null}
          onTake={
            view.can.edit ? (take) => setChoices(new Map(choices).set(ruleKey(conflict.rule), take)) : null
          }
        />
      ))}
      {error && !isFailure(error, 'stale') ? <FailureNote error={error} /> : null}
      {view.can.edit ? (
        <div className="flex flex-wrap items-center gap-3">
          <Button
            variant="primary"
            pending={isPending}
            disabled={chosen.length < conflicts.length}
            onClick={settle}
          >
            Bring it up to date
          </Button>
          <p className="text-ink-3 text-xs">
            {chosen.length < conflicts.length
              ? `${conflicts.length - chosen.length} still to choose.`
              : 'What you kept asks for approval again.'}
          </p>
        </div>
      ) : (
        <p className="text-ink-3">Its author or a steward settles this.</p>
      )}
    </section>
  )
}

const typedText = ({ edits }: ChangeRequestView, { rule, ours }: Conflict): string | null => {
  const edit = edits.find((each) => sameRule(each, rule))
  return edit ? edit.afterText : asText(ours)
}

const asText = (schema: unknown): string | null =>
  schema === null || schema === undefined ? null : JSON.stringify(schema)

type ConflictItemProps = {
  readonly conflict: Conflict
  readonly typed: string | null
  readonly take: Take | null
  readonly onTake: ((take: Take) => void) | null
}

const ConflictItem = ({ conflict, typed, take, onTake }: ConflictItemProps) => {
  const name = ruleName(conflict.rule)
  const theirs = asText(conflict.theirs)
  return (
    <div className="flex flex-col gap-2 border-line border-t pt-3">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <h3>
          <Code>{name}</Code>
        </h3>
        {onTake ? (
          <Segmented<Take | 'none'>
            label={`Which text of ${name}`}
            value={take ?? 'none'}
            onValueChange={(next) => {
              if (next !== 'none') onTake(next)
            }}
            options={[
              {
                value: 'ours',
                label: typed === null ? 'Remove it all the same' : 'Keep mine on the new version',
              },
              { value: 'theirs', label: theirs === null ? 'Leave it removed' : 'Take what is there' },
            ]}
          />
        ) : null}
      </div>
      <div className="grid grid-cols-2 gap-4 text-ink-3 text-xs max-md:hidden">
        <span>In the plan now{theirs === null ? ': removed' : ''}</span>
        <span>In this request{typed === null ? ': removed' : ''}</span>
      </div>
      <p className="text-ink-3 text-xs md:hidden">
        Red is in the plan now{theirs === null ? ' (removed)' : ''}, green is in this request
        {typed === null ? ' (removed)' : ''}.
      </p>
      <div className="max-md:hidden">
        <TextDiff label={`Both texts of ${name}`} before={theirs} after={typed} layout="split" />
      </div>
      <div className="md:hidden">
        <TextDiff label={`Both texts of ${name}`} before={theirs} after={typed} />
      </div>
    </div>
  )
}

const Dropped = ({
  dropped,
  onClose,
}: {
  readonly dropped: readonly Kept[]
  readonly onClose: () => void
}) => (
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
      {dropped.map(({ name, text }) => (
        <li key={name} className="flex items-center gap-1">
          <Code>{name}</Code> <CopyButton text={text} what={`the text of ${name}`} />
        </li>
      ))}
    </ul>
  </Note>
)
