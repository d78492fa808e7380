import type { JobKind, JobView } from '@/contracts/job'

export const jobKindWords: Readonly<Record<JobKind, string>> = {
  'sync-workspace': 'Read a workspace',
  'sync-plan': 'Read a plan',
  publish: 'Publish a change request',
  'publish-ours': 'Publish ours again',
  'pull-metrics': 'Read counts of events',
  'run-checks': 'Check a change request',
  replay: 'Judge recorded calls',
  'connect-route': 'Connect a source',
  'disconnect-route': 'Disconnect a source',
  'deliver-alert': 'Send an alert',
  'send-digest': 'Send a letter',
}

/** What a job that ended well has done, from the numbers and words of its result; empty when it tells none. */
export const resultWords = ({ result }: Pick<JobView, 'result'>): string => {
  if (typeof result !== 'object' || result === null) return ''
  return Object.entries(result)
    .flatMap(([name, value]) => {
      const word = name.replaceAll(/([A-Z])/g, ' $1').toLowerCase()
      if (typeof value === 'number')
        return [name === 'version' ? `version ${value}` : `${value.toLocaleString('en')} ${word}`]
      if (typeof value === 'boolean') return [value ? word : `not ${word}`]
      return typeof value === 'string' && value !== '' ? [value] : []
    })
    .join(', ')
}

/** How long it took or takes: "40 s", "3 min 5 s"; null before it began. */
export const durationWords = (
  { startedAt, finishedAt }: Pick<JobView, 'startedAt' | 'finishedAt'>,
  now: number,
): string | null => {
  if (startedAt === null) return null
  const end = finishedAt === null ? now : Date.parse(finishedAt)
  const seconds = Math.max(0, Math.round((end - Date.parse(startedAt)) / 1_000))
  if (seconds < 1) return 'under 1 s'
  return seconds < 60 ? `${seconds} s` : `${Math.floor(seconds / 60)} min ${seconds % 60} s`
}
