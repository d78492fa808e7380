import { CircleAlert, CircleCheck, CircleSlash, CircleX, LoaderCircle } from 'lucide-react'
import type { CheckView } from '@/contracts/change-request'
import type { Look } from '../ui/status'

/** How a check stands: colour, icon and word together. */
export const checkLook = ({ status, conclusion }: Pick<CheckView, 'status' | 'conclusion'>): Look => {
  if (status === 'queued' || status === 'running')
    return { tone: 'accent', icon: LoaderCircle, word: status === 'queued' ? 'waiting' : 'running' }
  if (status === 'failed') return { tone: 'bad', icon: CircleX, word: 'could not run' }
  if (status === 'skipped') return { tone: 'quiet', icon: CircleSlash, word: 'skipped' }
  if (conclusion === 'block') return { tone: 'bad', icon: CircleX, word: 'stops the publish' }
  if (conclusion === 'warn') return { tone: 'warn', icon: CircleAlert, word: 'something to know' }
  return { tone: 'good', icon: CircleCheck, word: 'passed' }
}

/** What each check is about; one that this screen does not know is called by its own name. */
export const checkTitles: Readonly<Record<string, { readonly title: string; readonly what: string }>> = {
  schema: { title: 'Schemas', what: 'Every schema is an object that validators can read.' },
  'up-to-date': { title: 'Up to date', what: 'The request stands on the newest version of the plan.' },
  'segment-limits': { title: 'Limits of Segment', what: 'Segment can work with what is asked for.' },
  compatibility: { title: 'Compatibility', what: 'Everything that was accepted still is.' },
  replay: { title: 'Replay', what: 'No recorded call that was fine becomes a violation.' },
  lint: { title: 'Lint', what: 'The edits bring in nothing that will hurt later.' },
}
