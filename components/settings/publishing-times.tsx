'use client'
import type { Policy } from '@/contracts/policy'
import { FreezeList } from './freeze-list'
import { WindowList } from './window-list'

type PublishingTimesProps = {
  readonly policy: Pick<Policy, 'windows' | 'freezes'>
  /** What the server found wrong, by path. */
  readonly errors: Readonly<Record<string, string>>
  readonly onChange: (change: Partial<Policy>) => void
}

/** When the plan may be published, and when it may not. */
export const PublishingTimes = ({ policy, errors, onChange }: PublishingTimesProps) => (
  <div className="flex flex-col gap-6">
    <WindowList windows={policy.windows} errors={errors} onChange={(windows) => onChange({ windows })} />
    <FreezeList freezes={policy.freezes} errors={errors} onChange={(freezes) => onChange({ freezes })} />
  </div>
)
