'use client'
import type { ReactNode } from 'react'
import { pages } from '@/contracts/paths'
import type { ReviewView } from '@/contracts/review-view'
import { isOpen } from '@/domain/review/transition'
import { Facts } from '../ui/facts'
import { RelativeTime } from '../ui/relative-time'
import { Section } from '../ui/section'
import { TextLink } from '../ui/text-link'
import { FixedViolations } from './fixed-violations'
import { ReviewerList } from './reviewer-list'

/** Beside the tabs: what is missing, who said what, and where it belongs. */
export const RequestAside = ({
  plan,
  view,
  gates,
}: {
  readonly plan: string
  readonly view: ReviewView
  /** The gates of an open request. */
  readonly gates: ReactNode
}) => (
  <aside
    aria-label="State of the request"
    className="grid content-start gap-x-8 gap-y-6 sm:grid-cols-2 xl:col-start-2 xl:row-start-1 xl:grid-cols-1"
  >
    {isOpen(view.status) ? gates : null}
    <ReviewerList view={view} />
    <FixedViolations place={{ plan, number: view.number }} />
    <Section title="About" className="max-xl:hidden">
      <Facts
        items={[
          { name: 'Plan', value: <TextLink href={pages.catalog(plan)}>{view.plan.name}</TextLink> },
          { name: 'Author', value: view.author },
          { name: 'Begun on', value: `version ${view.base}` },
          ...(view.version === null ? [] : [{ name: 'Became', value: `version ${view.version}` }]),
          { name: 'Opened', value: <RelativeTime at={view.createdAt} /> },
          { name: 'Changed', value: <RelativeTime at={view.updatedAt} /> },
        ]}
      />
    </Section>
  </aside>
)
