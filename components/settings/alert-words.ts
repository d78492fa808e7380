import { CircleCheck, CircleDashed, CirclePause, CircleX, type LucideIcon } from 'lucide-react'
import type { AlertRuleView } from '@/contracts/alert'
import type { AlertKind } from '@/domain/alerts/alert-kind'
import type { Tone } from '../ui/tone'

/** What a rule may ask to be told of, in the order in which it is offered. */
export const alertKindWords: Readonly<Record<AlertKind, string>> = {
  new: 'A violation is seen for the first time',
  regressed: 'A resolved violation is back',
  'ignore-over': 'A violation is no longer ignored, since its time is over',
  assigned: 'A violation is assigned to somebody',
  spike: 'A violation arrives far more often than before',
  blocked: 'A source begins to block events',
}

const short: Readonly<Record<AlertKind, string>> = {
  new: 'new',
  regressed: 'back again',
  'ignore-over': 'no longer ignored',
  assigned: 'assigned',
  spike: 'far more than before',
  blocked: 'blocked events',
}

export const channelWords: Readonly<Record<AlertRuleView['channel'], string>> = {
  webhook: 'Webhook',
  slack: 'Slack',
  email: 'E-mail',
}

/** "new, back again, from 100 an hour". */
export const kindsWords = ({ kinds, perHour }: Pick<AlertRuleView, 'kinds' | 'perHour'>): string =>
  kinds
    .map((kind) => (kind === 'spike' ? `${short.spike} (from ${perHour ?? 1} an hour)` : short[kind]))
    .join(', ')

/** "in Storefront, from iOS, of Order *"; empty where the rule covers the whole workspace. */
export const scopeWords = ({
  plan,
  source,
  event,
}: Pick<AlertRuleView, 'plan' | 'source' | 'event'>): string =>
  [
    ...(plan ? [`in ${plan.name}`] : []),
    ...(source ? [`from ${source.name}`] : []),
    ...(event === null ? [] : [`of ${event}`]),
  ].join(', ')

export const statusLook: Readonly<
  Record<
    NonNullable<AlertRuleView['last']>['status'],
    { readonly tone: Tone; readonly icon: LucideIcon; readonly word: string }
  >
> = {
  queued: { tone: 'quiet', icon: CircleDashed, word: 'on its way' },
  delivered: { tone: 'good', icon: CircleCheck, word: 'delivered' },
  dead: { tone: 'bad', icon: CircleX, word: 'given up' },
  held: { tone: 'warn', icon: CirclePause, word: 'held back' },
}
