import type { LintSettings } from '@/domain/lint/lint-settings'

/** `revision` counts every save; 0 for a plan that sees what lint finds as usual. */
export type PlanLintSettings = { readonly settings: LintSettings; readonly revision: number }

export type LintSettingsStore = {
  readonly find: (planId: string) => Promise<PlanLintSettings>
  /** The plan is locked. */
  readonly save: (planId: string, next: PlanLintSettings) => Promise<void>
}
