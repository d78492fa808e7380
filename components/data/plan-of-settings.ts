import { pages } from '@/contracts/paths'

/** The sections of the settings that each plan has of its own; the address names the plan as `plan`. */
const sections = ['targets', 'policies', 'lint', 'traffic'] as const

/** Whether an address is that of a page of settings that each plan has of its own. */
export const isPlanSettings = (pathname: string): boolean =>
  sections.some((section) => pathname === pages.settings(section))

/** The plan that such a page is of: the one in the address, by our id or by Segment's, else the first. */
export const planOfSettings = <Plan extends { readonly id: string; readonly segmentId: string }>(
  plans: readonly Plan[],
  asked: unknown,
): Plan | null => plans.find(({ id, segmentId }) => id === asked || segmentId === asked) ?? plans[0] ?? null
