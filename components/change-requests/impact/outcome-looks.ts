import { CircleCheck, CircleHelp, CircleX, type LucideIcon, Minus, Wrench } from 'lucide-react'
import type { Outcome } from '@/domain/replay/outcome'
import type { Tone } from '../../ui/tone'

/** What a proposal does to a call: word, what it means, colour and icon together. */
export const outcomeLooks: Readonly<
  Record<
    Outcome,
    { readonly word: string; readonly what: string; readonly tone: Tone; readonly icon: LucideIcon }
  >
> = {
  broken: {
    word: 'Newly broken',
    what: 'was fine, would be a violation',
    tone: 'bad',
    icon: CircleX,
  },
  fixed: { word: 'Fixed', what: 'was a violation, would be fine', tone: 'good', icon: Wrench },
  stillInvalid: { word: 'Still invalid', what: 'a violation before and after', tone: 'warn', icon: Minus },
  stillValid: { word: 'Still valid', what: 'fine before and after', tone: 'quiet', icon: CircleCheck },
  uncertain: {
    word: 'Uncertain',
    what: 'hangs on a masked value, or on a rule that cannot be judged',
    tone: 'quiet',
    icon: CircleHelp,
  },
}

/** In the order in which they matter. */
export const shownOutcomes = ['broken', 'fixed', 'stillInvalid', 'stillValid', 'uncertain'] as const
