import { CircleAlert, CircleX, Info, type LucideIcon } from 'lucide-react'
import type { CheckFinding } from '@/contracts/change-request'
import type { Tone } from '../ui/tone'

export type Severity = NonNullable<CheckFinding['severity']>

/** How bad a finding is: colour and icon; the word is the severity itself. */
export const severityLook: Readonly<Record<Severity, { readonly tone: Tone; readonly icon: LucideIcon }>> = {
  error: { tone: 'bad', icon: CircleX },
  warning: { tone: 'warn', icon: CircleAlert },
  info: { tone: 'quiet', icon: Info },
}

const order: readonly Severity[] = ['error', 'warning', 'info']

/** The severity that matters most; info where there is none. */
export const worstSeverity = (findings: readonly Pick<CheckFinding, 'severity'>[]): Severity =>
  order.find((severity) => findings.some((finding) => finding.severity === severity)) ?? 'info'
