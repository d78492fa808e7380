import { newId } from '@/sandbox/world/ids'
import type { Sandbox } from '@/sandbox/world/sandbox'

const kept = 2_000

type Resource = { id: string; type: string; name: string }

/** Writes who changed what, in the words of Segment's audit trail (which holds no before and after). */
export const recordAudit = (sandbox: Sandbox, type: string, resource: Resource) => {
  sandbox.state.audit.unshift({
    id: newId(),
    timestamp: new Date(sandbox.now()).toISOString(),
    type,
    actor: 'public-api-token',
    actorEmail: 'sandbox@example.com',
    resourceId: resource.id,
    resourceType: resource.type,
    resourceName: resource.name,
  })
  sandbox.state.audit.length = Math.min(sandbox.state.audit.length, kept)
  sandbox.touch()
}
