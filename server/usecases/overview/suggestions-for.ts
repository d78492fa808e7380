import type { OverviewView } from '@/contracts/overview'
import { pages } from '@/contracts/paths'
import type { PlanView } from '@/contracts/plan'
import type { Actor } from '@/server/ports/context'
import type { Stores } from '@/server/ports/stores'
import { isAllowed } from '../authorize'
import { violationsNaming } from '../conversation/violations-naming'

type Suggestion = OverviewView['suggestions'][number]

type Known = {
  readonly plans: readonly PlanView[]
  readonly waiting: number
  readonly openViolations: number
}

/** What would help most, most urgent first: each with its count and where to do it. Nothing that counts zero. */
export const suggestionsFor = async (stores: Stores, actor: Actor, known: Known): Promise<Suggestion[]> => {
  const { plans, waiting, openViolations } = known
  const noEndpoint = plans.length > 0 && (await stores.endpoints.list()).length === 0
  const found: Suggestion[] = [
    ...(plans.length === 0 && isAllowed(actor, 'connect-workspace')
      ? [
          {
            count: 1,
            sentence: 'No workspace is connected yet',
            href: pages.settings('workspaces'),
            action: 'Connect',
          },
        ]
      : []),
    {
      count: waiting,
      sentence: waiting === 1 ? 'change request waits for you' : 'change requests wait for you',
      href: pages.changeRequests({ waiting: true }),
      action: 'Review',
    },
    ...mentionOf(await violationsNaming(stores, actor)),
    ...plans.flatMap(driftOf),
    ...(noEndpoint && isAllowed(actor, 'connect-sources')
      ? [
          {
            count: 1,
            sentence: 'way in for violations is missing: none can arrive until a source is connected',
            href: pages.sources(),
            action: 'Set up',
          },
        ]
      : []),
    {
      count: openViolations,
      sentence: openViolations === 1 ? 'violation is open' : 'violations are open',
      href: `${pages.violations()}?status=open`,
      action: 'Look at them',
    },
    ...(await catalogSuggestions(stores, plans)),
  ]
  return found.filter(({ count }) => count > 0)
}

/** Leads to the newest; once that is answered, to the next. */
const mentionOf = ([newest, ...others]: readonly string[]): Suggestion[] =>
  newest === undefined
    ? []
    : [
        {
          count: others.length + 1,
          sentence: others.length === 0 ? 'violation mentions you' : 'violations mention you',
          href: pages.violation(newest),
          action: 'Answer',
        },
      ]

const driftOf = ({ id, name, drift }: PlanView): Suggestion[] =>
  drift === null
    ? []
    : [
        {
          count: drift.rules,
          sentence: `${drift.rules === 1 ? 'rule' : 'rules'} in ${name} changed in Segment behind our back`,
          href: pages.drift(id),
          action: 'Settle',
        },
      ]

const catalogSuggestions = async ({ rules }: Stores, plans: readonly PlanView[]): Promise<Suggestion[]> => {
  const found: Suggestion[] = []
  for (const { id, name, headVersion } of plans) {
    if (headVersion === null) continue
    const undescribed = await rules.undescribedAt(id, headVersion)
    const defective = await rules.defectiveAt(id, headVersion)
    found.push(
      {
        count: undescribed,
        sentence: `${undescribed === 1 ? 'event' : 'events'} in ${name} without a description`,
        href: pages.catalog(id),
        action: 'Describe',
      },
      {
        count: defective,
        sentence: `${defective === 1 ? 'rule' : 'rules'} in ${name} with a defect in the schema`,
        href: `${pages.catalog(id)}?has=defects`,
        action: 'See which',
      },
    )
  }
  return found
}
