import type { EditView } from '@/contracts/change-request'
import type { Tone } from '../ui/tone'

/** What an edit does to its rule, in a word. */
export const editKind = ({
  beforeText,
  afterText,
  newKey,
}: EditView): { readonly word: string; readonly tone: Tone } => {
  if (afterText === null) return { word: 'removed', tone: 'bad' }
  if (beforeText === null) return { word: 'new', tone: 'good' }
  return newKey === undefined ? { word: 'changed', tone: 'quiet' } : { word: 'renamed', tone: 'accent' }
}
