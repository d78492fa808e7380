import type { RuleId } from '@/domain/plan/rule'

/** Which rule of which plan the page is about. */
export type RulePlace = { readonly plan: string; readonly rule: RuleId }
