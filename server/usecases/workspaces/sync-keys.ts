/** Keys of jobs of which one unfinished one is enough. */
export const syncWorkspaceKey = (workspaceId: string): string => `sync-workspace:${workspaceId}`

export const syncPlanKey = (planId: string): string => `sync-plan:${planId}`

export const pullMetricsKey = (workspaceId: string): string => `pull-metrics:${workspaceId}`
