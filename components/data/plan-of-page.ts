import { pages } from '@/contracts/paths'

/** The pages of which each plan has one of its own, and whose address names the plan as `plan`. */
const pagesOfPlans: readonly string[] = [
  ...(['targets', 'policies', 'lint', 'traffic'] as const).map((section) => pages.settings(section)),
  pages.dynamicNames(),
]

/** Whether an address is that of a page that is of the plan which its query names. */
export const isPageOfPlan = (pathname: string): boolean => pagesOfPlans.includes(pathname)

/** The plan that such a page is of: the one in the address, by our id or by Segment's, else the first. */
export const planOfPage = <Plan extends { readonly id: string; readonly segmentId: string }>(
  plans: readonly Plan[],
  asked: unknown,
): Plan | null => plans.find(({ id, segmentId }) => id === asked || segmentId === asked) ?? plans[0] ?? null
