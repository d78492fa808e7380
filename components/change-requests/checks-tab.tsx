'use client'
import { CircleAlert, CircleCheck, CircleSlash, CircleX, LoaderCircle, type LucideIcon } from 'lucide-react'
import type { CheckView } from '@/contracts/change-request'
import { Button } from '../ui/button'
import { Status } from '../ui/status'
import type { Tone } from '../ui/tone'
import { Findings } from './findings'
import type { RequestPlace } from './request-actions'
import type { RequestPanel } from './request-panel'

const titles: Readonly<Record<string, { readonly title: string; readonly what: string }>> = {
  schema: { title: 'Schemas', what: 'Every schema is an object that validators can read.' },
  'up-to-date': { title: 'Up to date', what: 'The request stands on the newest version of the plan.' },
  'segment-limits': { title: 'Limits of Segment', what: 'Segment can work with what is asked for.' },
}

type Look = { readonly tone: Tone; readonly icon: LucideIcon; readonly word: string }

const lookOf = ({ status, conclusion }: CheckView): Look => {
  if (status === 'queued' || status === 'running')
    return { tone: 'accent', icon: LoaderCircle, word: status === 'queued' ? 'waiting' : 'running' }
  if (status === 'failed') return { tone: 'bad', icon: CircleX, word: 'could not run' }
  if (status === 'skipped') return { tone: 'quiet', icon: CircleSlash, word: 'skipped' }
  if (conclusion === 'block') return { tone: 'bad', icon: CircleX, word: 'stops the publish' }
  if (conclusion === 'warn') return { tone: 'warn', icon: CircleAlert, word: 'something to know' }
  return { tone: 'good', icon: CircleCheck, word: 'passed' }
}

/** What was checked, what came of it, and the way out. */
export const ChecksTab = ({
  place,
  view,
  work,
}: Omit<RequestPanel, 'seen'> & { readonly place: RequestPlace }) => (
  <ul aria-label="Checks" className="flex flex-col">
    {view.checks.map((check) => {
      const { tone, icon, word } = lookOf(check)
      const { title, what } = titles[check.name] ?? { title: check.name, what: '' }
      return (
        <li
          key={check.name}
          className="flex flex-col gap-2 border-line border-b py-3 first:pt-0 last:border-b-0"
        >
          <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-1">
            <div className="min-w-0">
              <p className="font-medium text-ink">{title}</p>
              <p className="text-ink-3">{check.conclusion === 'block' ? check.reason : what}</p>
              {check.status === 'failed' || check.status === 'skipped' ? (
                <p className="text-ink-2">{check.reason}</p>
              ) : null}
            </div>
            <Status tone={tone} icon={icon}>
              {word}
            </Status>
          </div>
          <Findings place={place} findings={check.findings} />
          {check.name === 'up-to-date' && check.conclusion === 'warn' && view.can.update ? (
            <div>
              <Button
                size="sm"
                pending={work.step.isPending && work.step.variables === 'update'}
                onClick={() => work.step.mutate('update')}
              >
                Bring it up to date
              </Button>
            </div>
          ) : null}
        </li>
      )
    })}
  </ul>
)
