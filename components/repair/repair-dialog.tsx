'use client'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { RepairRules, RuleRepairs } from '@/contracts/repair'
import type { RuleId } from '@/domain/plan/rule'
import { ruleKey } from '@/domain/plan/rule-id'
import { FailureNote } from '../data/failure-note'
import { Button } from '../ui/button'
import { Dialog } from '../ui/dialog'
import { ruleTitle } from '../ui/rule-title'
import { SkeletonRows } from '../ui/skeleton'
import { repairsQuery } from './repair-queries'
import { RuleRepairList } from './rule-repair-list'
import { type RepairAction, useRepair } from './use-repair'

type RepairDialogProps = {
  readonly plan: string
  /** Null: every rule of the plan that has a defect. */
  readonly rule: RuleId | null
  readonly repair: RepairAction
  readonly open: boolean
  readonly onOpenChange: (open: boolean) => void
}

/** What would be repaired and whom each repair hurts, before it becomes a change request. */
export const RepairDialog = ({ plan, rule, repair, open, onOpenChange }: RepairDialogProps) => {
  const query = useInfiniteQuery({ ...repairsQuery(plan, rule), enabled: open })
  const [guesses, setGuesses] = useState<Required<RepairRules>['guesses']>([])
  const work = useRepair(plan, repair)
  const rules = query.data?.pages.flatMap(({ data }) => data) ?? []
  const hasCertain = rules.some(({ repairs }) => repairs.some(({ certainty }) => certainty === 'certain'))
  const choose = (of: RuleId) => (pointer: string, isChosen: boolean) =>
    setGuesses((before) => {
      const others = before.filter(
        (guess) => ruleKey(guess.rule) !== ruleKey(of) || guess.pointer !== pointer,
      )
      return isChosen ? [...others, { rule: of, pointer }] : others
    })
  return (
    <Dialog
      size="lg"
      open={open}
      onOpenChange={onOpenChange}
      title={rule ? `Repair the schema of ${ruleTitle(rule)}` : 'Repair the schemas of this plan'}
      description="The repairs become a change request. Nothing reaches Segment before somebody else has approved it and it is published."
      footer={
        <>
          <Button onClick={() => onOpenChange(false)}>Cancel</Button>
          <Button
            variant="primary"
            disabled={!hasCertain && guesses.length === 0 && !query.hasNextPage}
            pending={work.isPending}
            onClick={() => work.mutate({ ...(rule && { rules: [rule] }), guesses: [...guesses] })}
          >
            Open a change request
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-5">
        {work.error ? <FailureNote error={work.error} /> : null}
        {query.error ? <FailureNote error={query.error} onRetry={() => query.refetch()} /> : null}
        {query.isPending && !query.error ? <SkeletonRows label="Looking for repairs" /> : null}
        {rules.map((repairs) => (
          <OneRule
            key={ruleKey(repairs.rule)}
            repairs={repairs}
            isNamed={rule === null}
            chosen={
              new Set(guesses.filter((guess) => ruleKey(guess.rule) === ruleKey(repairs.rule)).map(pointerOf))
            }
            onChoose={choose(repairs.rule)}
          />
        ))}
        {query.hasNextPage ? (
          <div className="flex flex-col items-center gap-1">
            <Button pending={query.isFetchingNextPage} onClick={() => query.fetchNextPage()}>
              Show more rules
            </Button>
            <p className="text-ink-3 text-xs">
              The certain repairs of rules that are not shown yet are made as well.
            </p>
          </div>
        ) : null}
      </div>
    </Dialog>
  )
}

const pointerOf = ({ pointer }: { readonly pointer: string }) => pointer

type OneRuleProps = {
  readonly repairs: RuleRepairs
  readonly isNamed: boolean
  readonly chosen: ReadonlySet<string>
  readonly onChoose: (pointer: string, isChosen: boolean) => void
}

const OneRule = ({ repairs, isNamed, chosen, onChoose }: OneRuleProps) => (
  <section aria-label={ruleTitle(repairs.rule)} className="flex flex-col gap-2">
    {isNamed ? <h3 className="break-all font-medium font-mono text-sm">{ruleTitle(repairs.rule)}</h3> : null}
    <RuleRepairList repairs={repairs} chosen={chosen} onChoose={onChoose} />
  </section>
)
