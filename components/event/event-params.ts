import { createLoader, createParser, parseAsInteger, parseAsString, parseAsStringLiteral } from 'nuqs/server'

export const eventTabs = ['spec', 'violations', 'history'] as const

export type EventTab = (typeof eventTabs)[number]

const parseAsRequest = createParser<number | 'new'>({
  parse: (text) => (text === 'new' ? text : /^[1-9]\d{0,8}$/.test(text) ? Number(text) : null),
  serialize: String,
})

/**
 * The event page's state in the address: which rule (`key`, `version`), at which plan version (`v`, head when
 * absent), which tab, and whether it is being edited (`propose`: `new`, or a change request's number).
 */
export const eventParams = {
  key: parseAsString,
  version: parseAsInteger,
  v: parseAsInteger,
  tab: parseAsStringLiteral(eventTabs).withDefault('spec'),
  propose: parseAsRequest,
} as const

export const loadEventParams = createLoader(eventParams)
