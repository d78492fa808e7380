import type { Ownership, Policy } from '@/domain/review/policy'
import type { Weekday } from '@/domain/review/weekday'

type Named = readonly { readonly id: string; readonly name: string }[]

/** A policy in sentences, for whoever reads it. */
export const policyWords = (policy: Policy, groups: Named): readonly string[] => [
  `A change takes the approval of ${people(policy.approvals)}${policy.authorsMayApprove ? ', who may have written it' : ' who wrote none of it'}.`,
  ...more('A change that breaks senders or readers', policy.breaking, policy),
  ...more('A change that may break, since nobody can tell,', policy.unknown, policy),
  ...more('A change that breaks readers, or of which nobody can tell,', policy.consumerAffecting, policy),
  ...more('A change of personal data', policy.personalData, policy),
  ...(policy.documentation !== null && policy.documentation < policy.approvals
    ? [
        policy.documentation === 0
          ? 'A change of words and labels only takes no approval.'
          : `A change of words and labels only takes ${people(policy.documentation)}.`,
      ]
    : []),
  ...policy.ownerships.map((area) => areaWords(area, groups)),
  ...policy.windows.map(windowWords),
  ...policy.freezes.map(freezeWords),
  bypassWords(policy),
]

const more = (what: string, count: number, { approvals }: Policy): string[] =>
  count > approvals ? [`${what} takes ${people(count)}.`] : []

export const people = (count: number): string => (count === 1 ? 'one person' : `${count} people`)

const areaWords = ({ name, type, key, label, group }: Ownership, groups: Named): string => {
  const owner = groups.find(({ id }) => id === group)?.name ?? 'a group that is gone'
  const parts = [
    ...(type === null ? [] : [`${type} rules`]),
    ...(key === null ? [] : [`called ${key}`]),
    ...(label === null ? [] : [`labelled ${labelText(label)}`]),
  ]
  const what = parts.length === 0 ? 'everything' : parts.join(', ')
  return `${name} (${what}) takes one of ${owner}.`
}

export const dayNames: Readonly<Record<Weekday, string>> = {
  mon: 'Mon',
  tue: 'Tue',
  wed: 'Wed',
  thu: 'Thu',
  fri: 'Fri',
  sat: 'Sat',
  sun: 'Sun',
}

const windowWords = ({ days, from, to, timeZone }: Policy['windows'][number]): string =>
  `It is published ${days.map((day) => dayNames[day]).join(', ')} from ${from} to ${to} (${timeZone}).`

/** Read in many zones, so told in one. */
const freezeWords = ({ from, to, reason }: Policy['freezes'][number]): string =>
  `Nothing is published from ${utc(from)} to ${utc(to)}: ${reason}.`

const utc = (instant: string): string => `${instant.slice(0, 16).replace('T', ' ')} UTC`

const bypassWords = ({ bypassRoles }: Policy): string => {
  if (bypassRoles.length === 0) return 'Nobody publishes without the approvals.'
  const who = bypassRoles.includes('steward') ? 'Stewards and admins' : 'Admins'
  return `${who} may publish without the approvals, with a reason.`
}

/** A label as it is typed: `team=checkout`, or `team` for any value of it. */
export const labelText = (label: Ownership['label']): string => {
  if (label === null) return ''
  return label.value === null ? label.name : `${label.name}=${label.value}`
}

export const labelOfText = (text: string): Ownership['label'] => {
  if (text === '') return null
  const at = text.indexOf('=')
  return at === -1 ? { name: text, value: null } : { name: text.slice(0, at), value: text.slice(at + 1) }
}
