'use client'
import { useState } from 'react'
import type { ConflictView } from '@/contracts/change-request'
import type { ReviewView } from '@/contracts/review-view'
import { ruleKey, ruleName } from '@/domain/plan/rule-id'
import { FailureNote } from '../data/failure-note'
import { isFailure } from '../data/request-failed'
import { useKeptText } from '../data/use-kept-text'
import { Button } from '../ui/button'
import { Note } from '../ui/note'
import { choicesOf, conflictsByRule, placeKey, type Take, unanswered } from './conflict-choices'
import { ConflictRule, problemOf } from './conflict-rule'
import { type GivenUp, GivenUpNote } from './given-up-note'
import type { RequestPlace } from './request-actions'
import type { RequestWork } from './use-request-work'

type ConflictListProps = {
  readonly place: RequestPlace
  readonly view: ReviewView
  readonly work: RequestWork
}

/** Places that changed in the plan as well: side by side, and a person's word on each. */
export const ConflictList = ({ place, view, work }: ConflictListProps) => {
  const [takes, setTakes] = useState<ReadonlyMap<string, Take>>(new Map())
  const [byHand, writeByHand] = useByHand(place)
  const [givenUp, setGivenUp] = useState<readonly GivenUp[]>([])
  const { mutate, isPending, error } = work.resolveConflicts
  const { conflicts } = view
  const answers = { takes, byHand }
  const left = unanswered(conflicts, answers)
  const isWrittenWell = [...byHand.values()].every((text) => problemOf(text) === null)
  const rules = conflictsByRule(conflicts)
  const settle = () => {
    const yielding = rules.flatMap((places) => givenUpOf(places, answers))
    mutate(
      { fingerprint: view.fingerprint, head: conflicts[0]?.head, choices: choicesOf(conflicts, answers) },
      {
        onSuccess: () => {
          setGivenUp(yielding)
          setTakes(new Map())
          writeByHand(new Map())
        },
      },
    )
  }
  if (conflicts.length === 0)
    return givenUp.length > 0 ? <GivenUpNote texts={givenUp} onClose={() => setGivenUp([])} /> : null
  return (
    <section id="conflicts" aria-labelledby="conflicts-title" className="flex scroll-mt-16 flex-col gap-4">
      <Note tone="warn">
        <h2 id="conflicts-title" className="font-medium text-ink">
          {rules.length === 1
            ? 'One rule changed in the plan as well.'
            : `${rules.length} rules changed in the plan as well.`}
        </h2>
        <p>
          This request began on version {view.base}. Where both changed the same place, say what the request
          goes on with; all else goes together by itself.
        </p>
      </Note>
      {rules.map((places) => {
        const [first] = places
        if (!first) return null
        const key = ruleKey(first.rule)
        return (
          <ConflictRule
            key={key}
            conflicts={places}
            typed={first.typedText ?? null}
            takes={takes}
            onTake={
              view.can.edit
                ? (conflict, take) => setTakes((known) => new Map(known).set(placeKey(conflict), take))
                : null
            }
            byHand={byHand.get(key)}
            onByHand={(text) => {
              const next = new Map(byHand)
              if (text === undefined) next.delete(key)
              else next.set(key, text)
              writeByHand(next)
            }}
          />
        )
      })}
      {error && !isFailure(error, 'stale') ? <FailureNote error={error} /> : null}
      {error && isFailure(error, 'stale') ? (
        <p role="status">The plan or the request changed since you looked. What you see now is the newest.</p>
      ) : null}
      {view.can.edit ? (
        <div className="flex flex-wrap items-center gap-3">
          <Button
            variant="primary"
            pending={isPending}
            disabled={left > 0 || !isWrittenWell}
            onClick={settle}
          >
            Bring it up to date
          </Button>
          <p className="text-ink-3 text-xs">
            {left > 0 ? `${left} still to choose.` : 'What you kept asks for approval again.'}
          </p>
        </div>
      ) : (
        <p className="text-ink-3">Its author or a steward settles this.</p>
      )}
    </section>
  )
}

/** Schemas that are being written by hand, by rule; kept for this tab. */
const useByHand = ({ plan, number }: RequestPlace) => {
  const [kept, keep] = useKeptText(`conflicts.${plan}.${number}`)
  const texts: ReadonlyMap<string, string> = new Map(kept === '' ? [] : JSON.parse(kept))
  const write = (next: ReadonlyMap<string, string>) => keep(next.size === 0 ? '' : JSON.stringify([...next]))
  return [texts, write] as const
}

/** The text as it was typed, where it does not go on as it is. */
const givenUpOf = (
  places: readonly ConflictView[],
  { takes, byHand }: Parameters<typeof choicesOf>[1],
): readonly GivenUp[] => {
  const [first] = places
  const text = first?.typedText
  if (!first || text === undefined) return []
  const isKept =
    !byHand.has(ruleKey(first.rule)) && places.every((place) => takes.get(placeKey(place)) === 'ours')
  return isKept ? [] : [{ name: ruleName(first.rule), text }]
}
