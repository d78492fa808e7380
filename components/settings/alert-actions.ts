import type { AlertRuleKept, AlertTested, ChangeAlertRule, CreateAlertRule } from '@/contracts/alert'
import type { Action } from '../data/action'

type Id = { readonly id: string }

export type AlertActions = {
  readonly createAlertRule: Action<CreateAlertRule, AlertRuleKept>
  readonly changeAlertRule: Action<Id & ChangeAlertRule, AlertRuleKept>
  readonly deleteAlertRule: Action<Id, null>
  readonly testAlertRule: Action<Id, AlertTested>
}
