import type { ViolationView } from '@/contracts/violation'

/** How many violations stand open at each place of the message. */
export const openViolationsByPointer = (
  violations: readonly ViolationView[],
): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>()
  for (const { pointer, status } of violations)
    if (status === 'open') counts.set(pointer, (counts.get(pointer) ?? 0) + 1)
  return counts
}
