/** How the audit chain and jobs name a change request. */
export const requestSubject = (planId: string, number: number): string => `change-request:${planId}:${number}`

/** The change request that a subject names; null where it names something else. */
export const requestOfSubject = (
  subject: string,
): { readonly plan: string; readonly number: number } | null => {
  const [, plan, number] = /^change-request:([^:]+):(\d+)$/.exec(subject) ?? []
  return plan === undefined ? null : { plan, number: Number(number) }
}
