import type { ViolationView } from '@/contracts/violation'
import type { AlertedViolation } from '@/domain/alerts/alert-message'

/** What goes out about a violation: names, counts and places. Words of Segment stay here, since they may quote a value. */
export const alertedViolation = ({
  samples: [sample],
  sources,
  appVersions,
  ...view
}: ViolationView): AlertedViolation => ({
  id: view.id,
  plan: view.plan,
  rule: view.rule,
  pointer: view.pointer,
  type: view.type,
  status: view.status,
  count: view.count,
  firstSeen: view.firstSeen,
  lastSeen: view.lastSeen,
  sources: sources.map(({ id, name }) => ({ id, name })),
  appVersions: appVersions.map(({ version }) => version),
  assignee: view.assignee,
  sample: sample ? { messageId: sample.messageId, at: sample.at, source: sample.source } : null,
})
