import type { AuditEvent } from '@/sandbox/world/audit-event'
import type { Destination } from '@/sandbox/world/destination'
import type { Plan } from '@/sandbox/world/plan'
import type { Settings } from '@/sandbox/world/settings'
import type { Source } from '@/sandbox/world/source'

/** Everything of the workspace that survives a restart, but for the counts. Plain data. */
export type State = {
  workspace: { id: string; slug: string; name: string }
  plans: Plan[]
  sources: Source[]
  destinations: Destination[]
  audit: AuditEvent[]
  settings: Settings
}
