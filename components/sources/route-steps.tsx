import { CircleAlert, CircleCheck, CircleDashed, Hand, LoaderCircle, type LucideIcon } from 'lucide-react'
import type { RouteView } from '@/contracts/source'
import { cn } from '../ui/cn'
import { type Tone, toneText } from '../ui/tone'

type Step = RouteView['steps'][number]

const looks: Readonly<
  Record<Step['state'], { readonly icon: LucideIcon; readonly tone: Tone; readonly word: string }>
> = {
  waiting: { icon: CircleDashed, tone: 'quiet', word: 'waits' },
  done: { icon: CircleCheck, tone: 'good', word: 'done' },
  failed: { icon: CircleAlert, tone: 'bad', word: 'failed' },
  'by-hand': { icon: Hand, tone: 'warn', word: 'by hand' },
}

type RouteStepsProps = { readonly steps: readonly Step[]; readonly status: RouteView['status'] }

/** How far the set-up is, step by step; kept on the server, so that it is there after a reload. */
export const RouteSteps = ({ steps, status }: RouteStepsProps) => {
  const current = status === 'connecting' ? steps.find(({ state }) => state === 'waiting')?.name : undefined
  return (
    <ol aria-label="Steps" className="flex flex-col gap-1.5">
      {steps.map((step) => {
        const isCurrent = step.name === current
        const { icon, tone, word } = looks[step.state]
        const Icon = isCurrent ? LoaderCircle : icon
        return (
          <li key={step.name} className="flex gap-2 text-sm">
            <Icon
              aria-hidden="true"
              className={cn(
                'mt-0.5 size-4 shrink-0',
                isCurrent ? 'animate-spin text-ink-3 motion-reduce:animate-none' : toneText[tone],
              )}
            />
            <span>
              <span className="font-medium">{step.title}</span>{' '}
              <span className="text-ink-3">{isCurrent ? 'is being done' : word}</span>
              {step.words ? <span className="block max-w-prose text-ink-2">{step.words}</span> : null}
            </span>
          </li>
        )
      })}
    </ol>
  )
}
