/** What can happen to a violation that people are told of. */
export const momentKinds = [
  'seen-first',
  'regressed',
  'status',
  'assigned',
  'fix-planned',
  'rolled-out',
] as const

export type MomentKind = (typeof momentKinds)[number]
