import {
  createLoader,
  type inferParserType,
  parseAsInteger,
  parseAsString,
  parseAsStringLiteral,
} from 'nuqs/server'
import { ruleTypes } from '@/domain/plan/rule'

export const catalogHas = ['violations', 'changes', 'defects'] as const

/** The catalog's state in the address, for page and screen alike. `v` is a plan version; absent means head. */
export const catalogFilter = {
  q: parseAsString.withDefault(''),
  type: parseAsStringLiteral(ruleTypes),
  has: parseAsStringLiteral(catalogHas),
  v: parseAsInteger,
} as const

export type CatalogFilter = inferParserType<typeof catalogFilter>

export const loadCatalogFilter = createLoader(catalogFilter)
