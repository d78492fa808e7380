import type { LintRule } from './lint-rule'
import { anyType } from './rules/any-type'
import { differentTypes } from './rules/different-types'
import { dynamicEventNames } from './rules/dynamic-event-names'
import { eventCasing } from './rules/event-casing'
import { eventWithoutProperties } from './rules/event-without-properties'
import { impossibleLimits } from './rules/impossible-limits'
import { knownDefect } from './rules/known-defect'
import { missingDescription } from './rules/missing-description'
import { missingOwner } from './rules/missing-owner'
import { nearDuplicateEvents } from './rules/near-duplicate-events'
import { nearDuplicateProperties } from './rules/near-duplicate-properties'
import { objectActionNames } from './rules/object-action-names'
import { patternOutsideRe2 } from './rules/pattern-outside-re2'
import { paymentData } from './rules/payment-data'
import { personalData } from './rules/personal-data'
import { propertyAsEvent } from './rules/property-as-event'
import { propertyCasing } from './rules/property-casing'
import { requiredNotPlanned } from './rules/required-not-planned'
import { reservedNames } from './rules/reserved-names'
import { timestampFormat } from './rules/timestamp-format'
import { tooManyProperties } from './rules/too-many-properties'

/** Every rule of the plan's own; a new one is an entry here and a file. */
export const lintRules: readonly LintRule[] = [
  anyType,
  differentTypes,
  dynamicEventNames,
  eventCasing,
  eventWithoutProperties,
  impossibleLimits,
  knownDefect,
  missingDescription,
  missingOwner,
  nearDuplicateEvents,
  nearDuplicateProperties,
  objectActionNames,
  patternOutsideRe2,
  paymentData,
  personalData,
  propertyAsEvent,
  propertyCasing,
  requiredNotPlanned,
  reservedNames,
  timestampFormat,
  tooManyProperties,
]
