import { CircleCheck, CircleHelp, CircleSlash, CircleX, type LucideIcon } from 'lucide-react'
import type { LiveCallView } from '@/contracts/live'
import { Status } from '../ui/status'
import type { Tone } from '../ui/tone'

const looks: Readonly<
  Record<LiveCallView['verdict'], { readonly tone: Tone; readonly icon: LucideIcon; readonly word: string }>
> = {
  valid: { tone: 'good', icon: CircleCheck, word: 'valid' },
  invalid: { tone: 'bad', icon: CircleX, word: 'not valid' },
  refused: { tone: 'bad', icon: CircleSlash, word: 'refused' },
  'not-judged': { tone: 'quiet', icon: CircleHelp, word: 'not judged' },
}

export const CallVerdict = ({ verdict }: { readonly verdict: LiveCallView['verdict'] }) => {
  const { tone, icon, word } = looks[verdict]
  return (
    <Status tone={tone} icon={icon}>
      {word}
    </Status>
  )
}
