import {
  ArrowRightLeft,
  CircleHelp,
  CircleMinus,
  CirclePlus,
  type LucideIcon,
  Pencil,
  Shield,
} from 'lucide-react'
import type { PromotionPreview } from '@/contracts/target'
import { ruleKey } from '@/domain/plan/rule-id'
import { ruleTitle } from '../ui/rule-title'
import { Status } from '../ui/status'
import type { Tone } from '../ui/tone'

type Rule = PromotionPreview['added'][number]
type Part = {
  readonly name: string
  readonly tone: Tone
  readonly icon: LucideIcon
  readonly rules: readonly Rule[]
  readonly words?: (rule: Rule) => string
}

/** Longer lists say how many more there are; the request shows all of them. */
const mostNames = 12

const whys = {
  'only-here': 'only here',
  differs: 'says something else here',
  'left-out': 'not taken over',
} as const

const partsOf = ({
  added,
  changed,
  renamed,
  removed,
  conflicts,
  kept,
}: PromotionPreview): readonly Part[] => {
  const newNames = new Map(renamed.map((rule) => [ruleKey(rule), rule.newKey]))
  const reasons = new Map(kept.map((rule) => [ruleKey(rule), whys[rule.why]]))
  return [
    { name: 'Added', tone: 'good', icon: CirclePlus, rules: added },
    { name: 'Changed', tone: 'accent', icon: Pencil, rules: changed },
    {
      name: 'Renamed',
      tone: 'accent',
      icon: ArrowRightLeft,
      rules: renamed,
      words: (rule) => `to ${newNames.get(ruleKey(rule))}`,
    },
    { name: 'Removed', tone: 'bad', icon: CircleMinus, rules: removed },
    {
      name: 'To be settled in the request',
      tone: 'warn',
      icon: CircleHelp,
      rules: conflicts,
      words: () => 'both changed the same place',
    },
    {
      name: 'Kept as they are',
      tone: 'quiet',
      icon: Shield,
      rules: kept,
      words: (rule) => reasons.get(ruleKey(rule)) ?? '',
    },
  ]
}

/** Every event that a promotion touches, and those that the target keeps as its own. */
export const PromotionList = ({ preview }: { readonly preview: PromotionPreview }) => (
  <ul aria-label="What would happen" className="flex flex-col gap-4">
    {partsOf(preview)
      .filter(({ rules }) => rules.length > 0)
      .map(({ name, tone, icon, rules, words }) => (
        <li key={name}>
          <Status tone={tone} icon={icon} className="font-medium">
            {name} <span className="font-normal text-ink-3 tabular-nums">{rules.length}</span>
          </Status>
          <ul aria-label={name} className="mt-1 flex flex-col gap-0.5 pl-5 text-sm">
            {rules.slice(0, mostNames).map((rule) => (
              <li key={ruleKey(rule)} className="min-w-0 break-words">
                <span className="font-mono">{ruleTitle(rule)}</span>
                {words ? <span className="text-ink-3"> {words(rule)}</span> : null}
              </li>
            ))}
            {rules.length > mostNames ? (
              <li className="text-ink-3">and {(rules.length - mostNames).toLocaleString('en')} more</li>
            ) : null}
          </ul>
        </li>
      ))}
  </ul>
)
