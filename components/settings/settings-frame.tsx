'use client'
import { usePathname } from 'next/navigation'
import { parseAsString, useQueryState } from 'nuqs'
import type { ReactNode } from 'react'
import { pages } from '@/contracts/paths'
import { isPageOfPlan } from '../data/plan-of-page'
import { useCan } from '../data/use-can'
import { cn } from '../ui/cn'
import { IntentLink } from '../ui/intent-link'

/** The sections of the settings beside, or on small screens above, the one that is shown. */
export const SettingsFrame = ({ children }: { readonly children: ReactNode }) => {
  const pathname = usePathname()
  const [plan] = useQueryState('plan', parseAsString)
  const may = {
    tokens: useCan('manage-own-tokens'),
    endpoints: useCan('manage-endpoints'),
    alerts: useCan('manage-alerts'),
    audit: useCan('read-audit'),
  }
  const sections = [
    { section: 'workspaces', label: 'Workspaces', shown: true },
    { section: 'targets', label: 'Targets', shown: true },
    { section: 'policies', label: 'Policy', shown: true },
    { section: 'lint', label: 'Lint', shown: true },
    { section: 'traffic', label: 'Recorded traffic', shown: true },
    { section: 'members', label: 'Members', shown: true },
    { section: 'tokens', label: 'API tokens', shown: may.tokens },
    { section: 'endpoints', label: 'Webhooks', shown: may.endpoints },
    { section: 'alerts', label: 'Alerts', shown: may.alerts },
    { section: 'account', label: 'Account', shown: true },
    { section: 'audit', label: 'Audit log', shown: may.audit },
  ] as const
  return (
    <div className="mx-auto flex w-full max-w-6xl flex-col gap-x-10 px-4 py-5 md:px-6 lg:flex-row">
      <nav aria-label="Settings" className="mb-5 shrink-0 lg:w-40">
        <ul className="-mx-2 flex flex-wrap gap-px lg:sticky lg:top-17 lg:flex-col">
          {sections
            .filter(({ shown }) => shown)
            .map(({ section, label }) => {
              const page = pages.settings(section)
              const here = pathname === page
              // From one page of a plan to the next one goes on with the same plan.
              const href =
                plan !== null && isPageOfPlan(page) ? `${page}?plan=${encodeURIComponent(plan)}` : page
              return (
                <li key={section}>
                  <IntentLink
                    href={href}
                    aria-current={here ? 'page' : undefined}
                    className={cn(
                      'focus-ring flex h-8 items-center rounded-md px-2 text-ink-2 text-sm hover:bg-hover hover:text-ink',
                      here && 'bg-hover font-medium text-ink',
                    )}
                  >
                    {label}
                  </IntentLink>
                </li>
              )
            })}
        </ul>
      </nav>
      <div className="min-w-0 flex-1">{children}</div>
    </div>
  )
}
