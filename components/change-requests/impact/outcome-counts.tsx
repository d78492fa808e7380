import type { ReplayCounts } from '@/contracts/replay'
import { cn } from '../../ui/cn'
import { toneText } from '../../ui/tone'
import { estimateWords, intervalWords } from './estimate-words'
import { outcomeLooks, shownOutcomes } from './outcome-looks'

/** How many received calls end up how, each with its interval and with the recorded calls it rests on. */
export const OutcomeCounts = ({ counts }: { readonly counts: ReplayCounts }) => (
  <ul aria-label="Calls by outcome" className="grid gap-x-6 gap-y-4 sm:grid-cols-2 lg:grid-cols-5">
    {shownOutcomes.map((outcome) => {
      const { word, what, tone, icon: Icon } = outcomeLooks[outcome]
      const estimated = counts.estimated[outcome]
      const interval = intervalWords(estimated)
      return (
        <li key={outcome} className="flex flex-col">
          <span className="flex items-center gap-1.5 text-ink-2 text-xs">
            <Icon aria-hidden="true" className={cn('size-3.5', toneText[tone])} />
            {word}
          </span>
          <span className="font-semibold text-ink text-lg tabular-nums">{estimateWords(estimated)}</span>
          <span className="text-ink-3 text-xs tabular-nums">
            {interval === null ? null : `${interval}, `}
            {counts[outcome].toLocaleString('en')} recorded
          </span>
          <span className="text-ink-3 text-xs">{what}</span>
        </li>
      )
    })}
  </ul>
)
