import { CircleCheck, CircleHelp, FileText, type LucideIcon, TriangleAlert } from 'lucide-react'
import type { ChangeView } from '@/contracts/plan'
import type { Tone } from '../ui/tone'

export type Level = ChangeView['senders']

export type Look = { readonly tone: Tone; readonly icon: LucideIcon; readonly word: string }

/** How a verdict looks: colour, icon and word together, since colour alone says nothing to many. */
export const levelLook: Readonly<Record<Level, Look>> = {
  breaking: { tone: 'bad', icon: TriangleAlert, word: 'breaking' },
  unknown: { tone: 'warn', icon: CircleHelp, word: 'unknown' },
  safe: { tone: 'good', icon: CircleCheck, word: 'safe' },
  documentation: { tone: 'quiet', icon: FileText, word: 'documentation' },
}

const severity: Readonly<Record<Level, number>> = { breaking: 3, unknown: 2, safe: 1, documentation: 0 }

/** The level that matters most; documentation where there is none. */
export const worstLevel = (levels: readonly Level[]): Level =>
  levels.reduce<Level>((worst, level) => (severity[level] > severity[worst] ? level : worst), 'documentation')
