import type { EventFamily } from '@/domain/traffic/event-families'

/** What whoever sends the events has to change. */
export const codeFixOf = ({ name, parts, members }: EventFamily): string => {
  const properties = parts.map(({ property }) => `"${property}"`).join(' and ')
  const isSent = parts.every((part) => part.isSent)
  const example = members[0]?.name ?? name
  return isSent
    ? `Send "${name}" instead of names such as "${example}"; the value is in ${properties} already.`
    : `Send "${name}" with the value in ${properties} instead of names such as "${example}".`
}
