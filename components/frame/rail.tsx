'use client'
import { usePathname } from 'next/navigation'
import type { FrameView } from '@/contracts/overview'
import { cn } from '../ui/cn'
import { Count } from '../ui/count'
import { IntentLink } from '../ui/intent-link'
import { PlanSwitcher } from './plan-switcher'
import { railItems } from './rail-items'
import { useCurrentPlan } from './use-current-plan'

type RailProps = {
  readonly frame: FrameView
  /** Called when somebody chose a place; the sheet on small screens closes then. */
  readonly onNavigate?: () => void
}

/** The left rail: which plan, and where to go. */
export const Rail = ({ frame, onNavigate }: RailProps) => {
  const pathname = usePathname()
  const plan = useCurrentPlan(frame.plans)
  const counts: Readonly<Record<string, { readonly value: number; readonly of: string }>> = {
    'Change requests': { value: frame.waitingForMe, of: 'waiting for you' },
    Violations: { value: frame.openViolations, of: 'open' },
  }
  return (
    <div className="flex h-full flex-col gap-3 p-3">
      <PlanSwitcher frame={frame} plan={plan} />
      <nav aria-label="Main">
        <ul className="flex flex-col gap-px">
          {railItems(plan?.id ?? null).map(({ label, href, icon: Icon, match }) => {
            const here = match(pathname)
            const count = counts[label]
            return (
              <li key={label}>
                <IntentLink
                  href={href}
                  onClick={onNavigate}
                  aria-current={here ? 'page' : undefined}
                  className={cn(
                    'focus-ring flex h-8 items-center gap-2.5 rounded-md px-2 text-ink-2 text-sm hover:bg-hover hover:text-ink',
                    here && 'bg-hover font-medium text-ink',
                  )}
                >
                  <Icon
                    aria-hidden="true"
                    className={cn('size-4', here ? 'text-accent' : 'text-ink-3')}
                    strokeWidth={1.75}
                  />
                  <span className="flex-1">{label}</span>
                  {count && count.value > 0 ? (
                    <Count
                      value={count.value}
                      of={count.of}
                      tone={label === 'Violations' ? 'plain' : 'accent'}
                    />
                  ) : null}
                </IntentLink>
              </li>
            )
          })}
        </ul>
      </nav>
    </div>
  )
}
