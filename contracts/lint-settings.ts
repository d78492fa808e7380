import { z } from 'zod'
import { severities } from '@/domain/lint/severity'
import { type LintRuleId, usualSeverities } from '@/domain/lint/usual-severities'

const Severity = z.enum(severities)
const LintRule = z.enum(Object.keys(usualSeverities) as LintRuleId[])

/** `severities` names only what differs from the usual; `off` leaves the findings of a rule out. */
export const LintSettings = z.object({
  severities: z.partialRecord(LintRule, z.enum([...severities, 'off'])),
  errorsBlock: z.boolean(),
})

export const LintSettingsView = z.object({
  settings: LintSettings,
  /** Names the state that was read; 0 before anybody has changed it. */
  revision: z.int(),
  rules: z.array(z.object({ id: LintRule, title: z.string(), why: z.string(), usual: Severity })),
  can: z.object({ change: z.boolean() }),
})

export type LintSettingsView = z.infer<typeof LintSettingsView>

export const SaveLintSettings = z.object({ settings: LintSettings, revision: z.int().min(0) })

export type SaveLintSettings = z.infer<typeof SaveLintSettings>
