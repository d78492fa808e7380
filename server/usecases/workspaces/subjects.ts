/** How jobs and the audit chain name a workspace and a plan. */
export const workspaceSubject = (workspaceId: string): string => `workspace:${workspaceId}`

export const planSubject = (planId: string): string => `plan:${planId}`
