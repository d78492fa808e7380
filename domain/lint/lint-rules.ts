import type { LintRule } from './lint-rule'
import { anyType } from './rules/any-type'
import { deprecatedRequired } from './rules/deprecated-required'
import { differentTypes } from './rules/different-types'
import { dynamicEventNames } from './rules/dynamic-event-name'
import { eventCasing } from './rules/event-casing'
import { eventWithoutProperties } from './rules/event-without-properties'
import { impossibleLimits } from './rules/impossible-limits'
import { invisibleCharacters } from './rules/invisible-character'
import { knownDefect } from './rules/known-defect'
import { missingDescription } from './rules/missing-description'
import { missingExample } from './rules/missing-example'
import { missingOwner } from './rules/missing-owner'
import { nearDuplicateEvents } from './rules/near-duplicate-event'
import { nearDuplicateProperties } from './rules/near-duplicate-property'
import { objectActionNames } from './rules/object-action-name'
import { patternOutsideRe2 } from './rules/pattern-outside-re2'
import { paymentData } from './rules/payment-data'
import { personalData } from './rules/personal-data-unmarked'
import { propertyAsEvent } from './rules/property-as-event'
import { propertyCasing } from './rules/property-casing'
import { requiredNotPlanned } from './rules/required-not-planned'
import { reservedNames } from './rules/reserved-name'
import { timestampFormat } from './rules/timestamp-format'
import { tooLargeByDesign } from './rules/too-large-by-design'
import { tooManyProperties } from './rules/too-many-properties'
import { unknownFormat } from './rules/unknown-format'

/** Every rule of the plan's own; a new one is an entry here, its file and its usual severity. */
export const lintRules: readonly LintRule[] = [
  anyType,
  deprecatedRequired,
  differentTypes,
  dynamicEventNames,
  eventCasing,
  eventWithoutProperties,
  impossibleLimits,
  invisibleCharacters,
  knownDefect,
  missingDescription,
  missingExample,
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
  tooLargeByDesign,
  tooManyProperties,
  unknownFormat,
]
