'use client'
import type { RuleRepairs } from '@/contracts/repair'
import { Checkbox } from '../ui/checkbox'
import { Code } from '../ui/code'
import { RepairItem } from './repair-item'

type RuleRepairListProps = {
  readonly repairs: RuleRepairs
  /** Pointers of the guesses that are to be made. */
  readonly chosen: ReadonlySet<string>
  readonly onChoose: (pointer: string, isChosen: boolean) => void
}

/** What could be done about one rule: what is certain, each guess with its own yes, and what has to be done by hand. */
export const RuleRepairList = ({ repairs: { repairs, left }, chosen, onChoose }: RuleRepairListProps) => {
  const certain = repairs.filter(({ certainty }) => certainty === 'certain')
  const guesses = repairs.filter(({ certainty }) => certainty === 'guess')
  return (
    <div className="flex flex-col gap-3 text-sm">
      {certain.length > 0 ? (
        <ul aria-label="Certain repairs" className="flex flex-col gap-3">
          {certain.map((repair) => (
            <li key={`${repair.name} ${repair.pointer}`} className="flex">
              <RepairItem repair={repair} />
            </li>
          ))}
        </ul>
      ) : null}
      {guesses.length > 0 ? (
        <div className="flex flex-col gap-2">
          <p className="text-ink-3 text-xs">
            Guesses: it could have been meant otherwise. Only those that you tick are made.
          </p>
          <ul aria-label="Guesses" className="flex flex-col gap-3">
            {guesses.map((repair) => (
              <li key={`${repair.name} ${repair.pointer}`} className="flex gap-2">
                <Checkbox
                  className="mt-0.5"
                  aria-label={`${repair.what} At ${repair.pointer}`}
                  checked={chosen.has(repair.pointer)}
                  onCheckedChange={(isChosen) => onChoose(repair.pointer, isChosen)}
                />
                <RepairItem repair={repair} />
              </li>
            ))}
          </ul>
        </div>
      ) : null}
      {left.length > 0 ? (
        <ul aria-label="Left to you" className="flex flex-col gap-1 text-ink-3 text-xs">
          {left.map(({ name, pointer, explanation }) => (
            <li key={`${name} ${pointer}`}>
              <Code>{pointer === '' ? '/' : pointer}</Code> {explanation} There is no repair; edit it as JSON.
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  )
}
