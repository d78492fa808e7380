import type { AlertRuleView, AlertTarget, ChangeAlertRule } from '@/contracts/alert'
import type { AlertKind } from '@/domain/alerts/alert-kind'

/** A rule while it is typed. */
export type AlertRuleDraft = {
  readonly name: string
  readonly workspace: string
  readonly kinds: readonly AlertKind[]
  readonly perHour: string
  readonly plan: string
  readonly source: string
  readonly event: string
  readonly channel: AlertRuleView['channel']
  readonly url: string
  /** Separated by commas or spaces. */
  readonly to: string
  readonly assignee: boolean
  /** Of a rule that is there: whether it shall go somewhere else. */
  readonly isElsewhere: boolean
}

export const newDraft = (workspace: string): AlertRuleDraft => ({
  name: '',
  workspace,
  kinds: ['new', 'regressed'],
  perHour: '100',
  plan: '',
  source: '',
  event: '',
  channel: 'slack',
  url: '',
  to: '',
  assignee: false,
  isElsewhere: true,
})

export const draftOf = (rule: AlertRuleView): AlertRuleDraft => ({
  ...newDraft(rule.workspace.id),
  name: rule.name,
  kinds: rule.kinds,
  perHour: String(rule.perHour ?? 100),
  plan: rule.plan?.id ?? '',
  source: rule.source?.id ?? '',
  event: rule.event ?? '',
  channel: rule.channel,
  isElsewhere: false,
})

/** A rule as it is, ready to be sent with one thing changed. */
export const asChange = (rule: AlertRuleView): ChangeAlertRule => ({
  name: rule.name,
  kinds: rule.kinds,
  perHour: rule.perHour,
  plan: rule.plan?.id ?? null,
  source: rule.source?.id ?? null,
  event: rule.event,
  paused: rule.paused,
})

/** What is sent of a draft, without where it goes. */
export const changeOf = (draft: AlertRuleDraft): Omit<ChangeAlertRule, 'target' | 'paused'> => ({
  name: draft.name.trim(),
  kinds: [...draft.kinds],
  perHour: draft.kinds.includes('spike') ? Number(draft.perHour) || null : null,
  plan: draft.plan || null,
  source: draft.source || null,
  event: draft.event.trim() || null,
})

export const targetOf = ({ channel, url, to, assignee }: AlertRuleDraft): AlertTarget =>
  channel === 'email'
    ? { kind: 'email', to: to.split(/[\s,;]+/).filter((address) => address !== ''), assignee }
    : { kind: channel, url: url.trim() }
