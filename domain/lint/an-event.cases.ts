import { aRule } from '../plan/a-rule.cases'
import type { Json } from '../plan/json'
import type { Rule } from '../plan/rule'

type Keywords = { readonly [keyword: string]: Json }

/** A track rule that plans these properties; `more` stands beside them, `ofRule` at the top of the schema. */
export const anEvent = (
  key: string,
  properties: Json = {},
  more: Keywords = {},
  ofRule: Keywords = {},
): Rule => aRule(key, JSON.stringify({ ...ofRule, properties: { properties: { properties, ...more } } }))

export const text = { type: 'string' } as const
