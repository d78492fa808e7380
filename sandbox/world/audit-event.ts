export type AuditEvent = {
  id: string
  timestamp: string
  type: string
  actor: string
  actorEmail: string
  resourceId: string
  resourceType: string
  resourceName: string
}
