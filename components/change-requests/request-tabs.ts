import { parseAsStringLiteral } from 'nuqs'

export const requestTabs = ['conversation', 'changes', 'checks', 'impact'] as const

export type RequestTab = (typeof requestTabs)[number]

export const tabParser = parseAsStringLiteral(requestTabs)
  .withDefault('conversation')
  .withOptions({ history: 'replace' })
