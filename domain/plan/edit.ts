import type { RuleId } from './rule'

/**
 * One rule before and after. Added: `before` null. Removed: `after` null. Renamed: `newKey` present.
 * `before` and `after` are JSON texts of whole schemas; the rule is named by its identity in the base version.
 */
export type Edit = RuleId & {
  readonly newKey?: string
  readonly before: string | null
  readonly after: string | null
}
