/** How the audit chain and jobs name a change request. */
export const requestSubject = (planId: string, number: number): string => `change-request:${planId}:${number}`
