'use client'
import { Pencil, Undo2 } from 'lucide-react'
import type { ConflictView } from '@/contracts/change-request'
import { parseSchema } from '@/domain/plan/parse-schema'
import { ruleName } from '@/domain/plan/rule-id'
import { laidOut } from '../diff/laid-out'
import { TextDiff } from '../diff/text-diff'
import { Button } from '../ui/button'
import { Code } from '../ui/code'
import { Field } from '../ui/field'
import { Textarea } from '../ui/textarea'
import { placeKey, type Take } from './conflict-choices'
import { ConflictPlace } from './conflict-place'
import { isWholeRule } from './conflict-title'

type ConflictRuleProps = {
  /** All of one rule, at least one. */
  readonly conflicts: readonly ConflictView[]
  /** The text of this request, null where it removes the rule. */
  readonly typed: string | null
  readonly takes: ReadonlyMap<string, Take>
  readonly onTake: ((conflict: ConflictView, take: Take) => void) | null
  /** What is being written by hand; undefined while nothing is. */
  readonly byHand: string | undefined
  readonly onByHand: (text: string | undefined) => void
}

/** The places of one rule that this request and the plan both changed, or its text to be written by hand. */
export const ConflictRule = ({ conflicts, typed, takes, onTake, byHand, onByHand }: ConflictRuleProps) => {
  const [first] = conflicts
  if (!first) return null
  const name = ruleName(first.rule)
  const merged = conflicts.find(({ mergedText }) => mergedText !== undefined)?.mergedText
  const whole = conflicts.find(isWholeRule)
  const places = byHand === undefined ? conflicts : conflicts.filter(({ kind }) => kind === 'name')
  return (
    <section aria-label={`Conflicts of ${name}`} className="flex flex-col gap-3 border-line border-t pt-3">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <h3 className="min-w-0">
          <Code>{name}</Code>
        </h3>
        {onTake && byHand !== undefined ? (
          <Button
            size="sm"
            variant="ghost"
            icon={<Undo2 aria-hidden="true" />}
            onClick={() => onByHand(undefined)}
          >
            Choose instead
            <span className="sr-only"> for {name}</span>
          </Button>
        ) : null}
        {onTake && byHand === undefined && merged !== undefined ? (
          <Button
            size="sm"
            variant="ghost"
            icon={<Pencil aria-hidden="true" />}
            onClick={() => onByHand(laidOut(merged))}
          >
            Edit by hand
            <span className="sr-only"> {name}</span>
          </Button>
        ) : null}
      </div>
      {places.map((conflict) => (
        <ConflictPlace
          key={placeKey(conflict)}
          conflict={conflict}
          take={takes.get(placeKey(conflict)) ?? null}
          onTake={onTake && ((take) => onTake(conflict, take))}
        />
      ))}
      {byHand === undefined ? null : (
        <Field
          label={`Schema of ${name}`}
          hint="Both changes are in it already, with this request’s word where they collide. It is kept while you write."
          error={problemOf(byHand)}
        >
          <Textarea
            value={byHand}
            onChange={({ target }) => onByHand(target.value)}
            spellCheck={false}
            className="max-h-[60vh] font-mono text-xs"
          />
        </Field>
      )}
      {whole && byHand === undefined ? <WholeTexts name={name} theirs={textOf(whole)} typed={typed} /> : null}
    </section>
  )
}

/** Why a text cannot be sent; null where it can. */
export const problemOf = (text: string): string | null => {
  const parsing = parseSchema(text)
  return parsing.ok ? null : parsing.refusal.message
}

const textOf = ({ resolutions }: ConflictView): string | null =>
  resolutions.find(({ take }) => take === 'theirs')?.text ?? null

type WholeTextsProps = {
  readonly name: string
  readonly theirs: string | null
  readonly typed: string | null
}

const WholeTexts = ({ name, theirs, typed }: WholeTextsProps) => (
  <>
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
  </>
)
