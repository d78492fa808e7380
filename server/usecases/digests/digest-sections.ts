import { pages } from '@/contracts/paths'
import { whatBroke } from '@/domain/alerts/alert-message'
import type { DigestItem, DigestSection } from '@/domain/alerts/digest'
import type { Context } from '@/server/ports/context'
import type { DigestMoment } from '@/server/ports/digest-store'
import type { Stores } from '@/server/ports/stores'
import { violationsNaming } from '../conversation/violations-naming'
import { waitingForMe } from '../overview/waiting-for-me'

/** The others are counted. */
const most = 10

/** What a letter to a person tells of; nothing where there is nothing to tell. `ctx` is the person's own. */
export const digestSections = async (
  ctx: Context,
  stores: Stores,
  personId: string,
  moments: readonly DigestMoment[],
): Promise<readonly DigestSection[]> => {
  const groups = (await stores.groups.list()).filter(({ members }) => members.includes(personId))
  const mine = new Set(groups.map(({ id }) => id))
  const isMine = ({ assigneeId, owners }: DigestMoment) =>
    assigneeId === personId || owners.some((owner) => mine.has(owner))
  const of = (title: string, told: readonly DigestMoment[]) => section(title, told.map(itemOf(ctx)))
  const kind = (name: DigestMoment['kind']) => moments.filter((moment) => moment.kind === name)
  const waiting = await waitingForMe(ctx, stores)
  return [
    section(
      'Waiting for your review',
      waiting.map(({ planId, number, title }) => ({
        text: `#${number} ${title}`,
        link: `${ctx.appUrl}${pages.changeRequest(planId, number)}`,
      })),
    ),
    section('You are mentioned', await mentionItems(ctx, stores)),
    of(
      'Yours or of your groups',
      onceEach(moments.filter((moment) => moment.kind !== 'resolved' && isMine(moment))),
    ),
    of(
      'New',
      kind('new').filter((moment) => !isMine(moment)),
    ),
    of(
      'Back again',
      kind('regressed').filter((moment) => !isMine(moment)),
    ),
    of('Resolved', kind('resolved')),
  ].filter(({ count }) => count > 0)
}

const section = (title: string, items: readonly DigestItem[]): DigestSection => ({
  title,
  items: items.slice(0, most),
  count: items.length,
})

/** Violations in which the person is mentioned and has not answered; those that are read are as many as are told. */
const mentionItems = async (ctx: Context, stores: Stores): Promise<readonly DigestItem[]> => {
  const items: DigestItem[] = []
  for (const id of await violationsNaming(stores, ctx.actor)) {
    const link = `${ctx.appUrl}${pages.violation(id)}`
    const violation = items.length < most ? await stores.violations.find(id, ctx.now()) : null
    items.push({ text: violation === null ? id : whatBroke(violation), link })
  }
  return items
}

const itemOf =
  ({ appUrl }: Pick<Context, 'appUrl'>) =>
  (moment: DigestMoment): DigestItem => ({
    text: whatBroke(moment),
    link: `${appUrl}${pages.violation(moment.violationId)}`,
  })

/** A violation that was new and then assigned is one. */
const onceEach = (moments: readonly DigestMoment[]): readonly DigestMoment[] => [
  ...new Map(moments.map((moment) => [moment.violationId, moment])).values(),
]
