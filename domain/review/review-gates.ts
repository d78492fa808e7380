import { grouped } from '../lint/grouped'
import { ruleIdOf } from '../plan/rule-id'
import type { ReviewStanding, ReviewTerms, TouchedRule } from './approval'
import type { Gate, GatePerson } from './change-request'
import type { DemandReason } from './demand'
import { namedRules } from './named-rules'
import type { Ownership } from './policy'

export type ReviewFacts = {
  readonly standing: ReviewStanding
  readonly terms: ReviewTerms
  /** Names for the people in `standing`. */
  readonly nameOf: (person: string) => string
}

export const changesRequested = ({ standing, nameOf, terms }: ReviewFacts): Gate[] =>
  standing.changesRequestedBy.map((person) => ({
    code: 'changes-requested',
    message: `${nameOf(person)} asked for changes.`,
    clearedBy: `${nameOf(person)}, with another review`,
    action: 'review',
    people: [{ id: person, name: nameOf(person) }],
    ...bypass(terms),
  }))

/** One gate for all rules: how many people each still needs, and why so many. */
export const approvalsMissing = ({ standing, terms, nameOf }: ReviewFacts): Gate[] => {
  const lacking = standing.touched.filter((rule) => rule.lacking > 0)
  if (lacking.length === 0) return []
  const alike = grouped(lacking, ({ lacking: more, needed, reason }) => `${more} ${needed} ${reason}`)
  const who = standing.reviewers.filter((person) =>
    lacking.some(({ approvedBy }) => !approvedBy.includes(person)),
  )
  return [
    {
      code: 'approvals-missing',
      message: [...alike.values()].map(approvalsSentence).join(' '),
      clearedBy: terms.policy.authorsMayApprove
        ? 'a steward or admin'
        : 'a steward or admin who wrote none of the edits',
      action: 'review',
      rules: lacking.map(({ rule, lacking: more }) => ({ ...ruleIdOf(rule), lacking: more })),
      people: peopleOf(who, nameOf),
      ...bypass(terms),
    },
  ]
}

const approvalsSentence = (rules: readonly TouchedRule[]): string => {
  const [{ lacking, needed, reason } = { lacking: 0, needed: 0, reason: 'any-change' as const }] = rules
  const more = lacking < needed ? 'more ' : ''
  const count = needed === 1 ? 'an approval' : `${lacking} ${more}approval${lacking === 1 ? '' : 's'}`
  const names = namedRules(rules.map(({ rule }) => rule))
  return `${names} still ${rules.length === 1 ? 'needs' : 'need'} ${count}${why[reason](needed)}.`
}

const why: Readonly<Record<DemandReason, (needed: number) => string>> = {
  'any-change': () => '',
  documentation: () => '',
  breaking: (needed) => `: a breaking change takes ${needed}`,
  unknown: (needed) => `: a change that may break takes ${needed}`,
  'personal-data': (needed) => `: a change of personal data takes ${needed}`,
  'consumer-affecting': (needed) => `: a change that may hurt readers takes ${needed}`,
  'not-judged': (needed) => `: until the checks tell what it breaks it takes ${needed}`,
}

/** One gate for each area that none of its owners has approved. */
export const ownersMissing = (facts: ReviewFacts): Gate[] => {
  const areas = new Map<Ownership, TouchedRule[]>()
  for (const rule of facts.standing.touched)
    for (const area of rule.unowned) {
      const rules = areas.get(area)
      if (rules) rules.push(rule)
      else areas.set(area, [rule])
    }
  return [...areas].map(([area, rules]) => ownerGate(facts, area, rules))
}

const ownerGate = (
  { standing, terms, nameOf }: ReviewFacts,
  { name, group: groupId }: Ownership,
  touched: readonly TouchedRule[],
): Gate => {
  const rules = touched.map(({ rule }) => ruleIdOf(rule))
  const group = terms.groups.find(({ id }) => id === groupId)
  const groupName = group?.name ?? 'a group that is gone'
  const people = peopleOf(
    standing.reviewers.filter((person) => group?.members.includes(person)),
    nameOf,
  )
  return {
    code: 'owner-missing',
    message: `${name} (${namedRules(rules)}) still needs the approval of one of its owners, ${groupName}.`,
    clearedBy:
      people.length === 0
        ? `an admin, by changing ${groupName}: nobody in it may approve this request`
        : `${listed(people)} of ${groupName}`,
    action: people.length === 0 ? 'change-group' : 'review',
    rules,
    area: { name, group: { id: groupId, name: groupName } },
    people,
    ...bypass(terms),
  }
}

const peopleOf = (people: readonly string[], nameOf: (person: string) => string): GatePerson[] =>
  people.map((id) => ({ id, name: nameOf(id) }))

const listed = (people: readonly GatePerson[]): string => {
  const names = people.slice(0, 4).map(({ name }) => name)
  return people.length > 4 ? `${names.join(', ')} or ${people.length - 4} more` : names.join(' or ')
}

/** Who may publish past what the policy asks for. */
export const bypass = ({ policy }: ReviewTerms): Pick<Gate, 'bypassRoles'> =>
  policy.bypassRoles.length === 0 ? {} : { bypassRoles: policy.bypassRoles }

/** Whether only what the policy asks for stands in the way, so that a role which it lets may publish past it. */
export const isBypassable = (gates: readonly Gate[]): boolean =>
  gates.length > 0 && gates.every(({ bypassRoles }) => bypassRoles !== undefined)
