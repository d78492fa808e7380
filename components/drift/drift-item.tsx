'use client'
import { Columns3, GitPullRequestArrow } from 'lucide-react'
import { useId, useState } from 'react'
import { pages } from '@/contracts/paths'
import { ruleName } from '@/domain/plan/rule-id'
import { ChangeList } from '../diff/change-list'
import { Badge } from '../ui/badge'
import { Button } from '../ui/button'
import { cn } from '../ui/cn'
import { RelativeTime } from '../ui/relative-time'
import { Segmented } from '../ui/segmented'
import { TextLink } from '../ui/text-link'
import type { DriftActions } from './drift-actions'
import { DriftColumns } from './drift-columns'
import { DriftWords } from './drift-words'
import { consequence, type DriftedRule, kindWord, oursLabel, type Take, takeLabel } from './take'

type DriftItemProps = {
  readonly plan: string
  readonly drifted: DriftedRule
  readonly liveVersion: number | null
  readonly headVersion: number | null
  /** Whether the three texts are shown from the start. */
  readonly startOpen: boolean
  readonly take: Take | null
  /** Null for whoever may not resolve drift. */
  readonly onTake: ((take: Take | null) => void) | null
  readonly resolveDrift: DriftActions['resolveDrift']
}

const tones = { changed: 'warn', 'removed-in-segment': 'bad', 'added-in-segment': 'accent' } as const

/** One drifted rule: what changed behind our back, the three texts, and what to do about it. */
export const DriftItem = ({
  plan,
  drifted,
  liveVersion,
  headVersion,
  startOpen,
  take,
  onTake,
  resolveDrift,
}: DriftItemProps) => {
  const [open, setOpen] = useState(startOpen)
  const id = useId()
  const name = ruleName(drifted.rule)
  return (
    <section aria-labelledby={id} className="flex flex-col gap-2 border-line border-t pt-3 pb-6">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <h2
          id={id}
          className={cn('break-all font-medium text-ink', drifted.rule.key !== null && 'font-mono')}
        >
          {name}
        </h2>
        <Badge tone={tones[drifted.kind]}>{kindWord[drifted.kind]}</Badge>
        {drifted.managed ? null : (
          <span className="text-ink-3 text-xs">never ours; a publish leaves it alone</span>
        )}
        {drifted.openChangeRequests.map((number) => (
          <TextLink
            key={number}
            href={pages.changeRequest(plan, number)}
            className="inline-flex items-center gap-1"
          >
            <GitPullRequestArrow aria-hidden="true" className="size-3.5" />#{number} touches it
          </TextLink>
        ))}
        {onTake ? (
          <div className="flex flex-wrap items-center gap-1 sm:ml-auto">
            {drifted.ignored ? null : (
              <Segmented<Take | 'none'>
                label={`What to do about ${name}`}
                value={take ?? 'none'}
                onValueChange={(next) => onTake(next === 'none' ? null : next)}
                options={[
                  { value: 'none', label: 'Not now' },
                  { value: 'theirs', label: takeLabel.theirs },
                  { value: 'ours', label: oursLabel[drifted.kind] },
                ]}
              />
            )}
            <DriftWords plan={plan} drifted={drifted} resolveDrift={resolveDrift} />
          </div>
        ) : null}
      </div>
      {drifted.ignored ? (
        <p className="text-ink-2">
          {drifted.ignored.by} ignores it until <RelativeTime at={drifted.ignored.until} />:{' '}
          {drifted.ignored.reason}
        </p>
      ) : null}
      {take ? <p className="text-ink-2">{consequence(drifted, take, liveVersion)}</p> : null}
      <ChangeList changes={drifted.changes} />
      {drifted.changes.length === 0 ? (
        <p className="text-ink-3">Only the layout of the JSON differs; its meaning is the same.</p>
      ) : null}
      <div>
        <Button
          size="sm"
          variant="ghost"
          aria-expanded={open}
          icon={<Columns3 aria-hidden="true" />}
          onClick={() => setOpen(!open)}
        >
          {open ? 'Hide the three texts' : 'Compare the three texts'}
          <span className="sr-only"> of {name}</span>
        </Button>
      </div>
      {open ? (
        <DriftColumns name={name} drifted={drifted} liveVersion={liveVersion} headVersion={headVersion} />
      ) : null}
    </section>
  )
}
