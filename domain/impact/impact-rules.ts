import type { ChangeKind } from '../diff/change'
import type { ImpactRule } from './impact-rule'
import { descriptionChanged, labelsChanged, metadataChanged } from './rules/documentation'
import { enumListAdded, enumListRemoved } from './rules/enum-list'
import { enumValuesAdded, enumValuesRemoved } from './rules/enum-values'
import { itemsChanged } from './rules/items-changed'
import { boundChanged, formatChanged, patternChanged } from './rules/limits'
import { namesClosed, namesOpened } from './rules/names'
import { optionalPropertyAdded, requiredPropertyAdded } from './rules/property-added'
import { propertyRemovedFromClosedObject, propertyRemovedFromOpenObject } from './rules/property-removed'
import { propertyOptional, propertyRequired } from './rules/property-required'
import { eventAdded, sharedRuleAdded } from './rules/rule-added'
import { eventRemoved, sharedRuleRemoved } from './rules/rule-removed'
import { eventRenamed } from './rules/rule-renamed'
import { schemaChanged } from './rules/schema-changed'
import { typeChanged, typeNarrowed, typeWidened } from './rules/types'

/** Every kind of change has at least one rule, or this does not compile. */
export type ImpactRules = { readonly [K in ChangeKind]: readonly [ImpactRule<K>, ...ImpactRule<K>[]] }

export const impactRules: ImpactRules = {
  'rule-added': [eventAdded, sharedRuleAdded],
  'rule-removed': [eventRemoved, sharedRuleRemoved],
  'rule-renamed': [eventRenamed],
  'property-added': [requiredPropertyAdded, optionalPropertyAdded],
  'property-removed': [propertyRemovedFromOpenObject, propertyRemovedFromClosedObject],
  'property-required': [propertyRequired],
  'property-optional': [propertyOptional],
  'type-widened': [typeWidened],
  'type-narrowed': [typeNarrowed],
  'type-changed': [typeChanged],
  'enum-values-added': [enumValuesAdded],
  'enum-values-removed': [enumValuesRemoved],
  'enum-added': [enumListAdded],
  'enum-removed': [enumListRemoved],
  'pattern-changed': [patternChanged],
  'format-changed': [formatChanged],
  'bound-changed': [boundChanged],
  'items-changed': [itemsChanged],
  'names-closed': [namesClosed],
  'names-opened': [namesOpened],
  'description-changed': [descriptionChanged],
  'labels-changed': [labelsChanged],
  'metadata-changed': [metadataChanged],
  'schema-changed': [schemaChanged],
}
