import { type LucideIcon, Minus, Pencil, Plus } from 'lucide-react'
import type { GroupedEdit } from '@/contracts/review-view'
import type { Tone } from '../ui/tone'

/** How it looks what an edit does to its rule. */
export const editKindLook: Readonly<
  Record<GroupedEdit['kind'], { readonly tone: Tone; readonly icon: LucideIcon }>
> = {
  new: { tone: 'good', icon: Plus },
  changed: { tone: 'quiet', icon: Pencil },
  renamed: { tone: 'accent', icon: Pencil },
  removed: { tone: 'bad', icon: Minus },
}
