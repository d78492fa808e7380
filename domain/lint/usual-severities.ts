import type { Severity } from './severity'

/** How bad each kind of finding usually is. A plan may see it in another way; the rules themselves never look. */
export const usualSeverities = {
  'any-type': 'warning',
  'deprecated-required': 'warning',
  'different-types': 'warning',
  'dynamic-event-name': 'warning',
  'event-casing': 'warning',
  'event-without-properties': 'info',
  'impossible-limits': 'error',
  'invisible-character': 'warning',
  'known-defect': 'warning',
  'missing-description': 'info',
  'missing-example': 'info',
  'missing-owner': 'info',
  'near-duplicate-event': 'warning',
  'near-duplicate-property': 'warning',
  'object-action-name': 'info',
  'pattern-outside-re2': 'error',
  'payment-data': 'error',
  'personal-data-unmarked': 'warning',
  'property-as-event': 'info',
  'property-casing': 'warning',
  'required-not-planned': 'warning',
  'reserved-name': 'warning',
  'timestamp-format': 'info',
  'too-large-by-design': 'warning',
  'too-many-properties': 'info',
  'unknown-format': 'warning',
} as const satisfies Readonly<Record<string, Severity>>

export type LintRuleId = keyof typeof usualSeverities

export const isLintRuleId = (id: string): id is LintRuleId => Object.hasOwn(usualSeverities, id)
