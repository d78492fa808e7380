import type { ReplaySampleView } from '@/contracts/replay'
import type { Json } from '@/domain/plan/json'
import { MarkedJson } from '../../schema/marked-json'
import { Badge } from '../../ui/badge'
import { RelativeTime } from '../../ui/relative-time'
import { outcomeLooks } from './outcome-looks'

/** Recorded calls to look at, those that break first, each with the place that changes its verdict. */
export const ImpactSamples = ({ samples }: { readonly samples: readonly ReplaySampleView[] }) => (
  <ul aria-label="Samples" className="flex flex-col">
    {samples.map((sample) => (
      <li key={`${sample.messageId} ${sample.outcome}`} className="border-line border-b py-2 last:border-b-0">
        <Sample sample={sample} />
      </li>
    ))}
  </ul>
)

const Sample = ({ sample }: { readonly sample: ReplaySampleView }) => {
  const { outcome, event, sourceName, appVersion, at, messageId, call, masked, constraints } = sample
  const { word, tone, icon } = outcomeLooks[outcome]
  const told = constraints.filter((constraint) => constraint.outcome !== 'still')
  return (
    <details>
      <summary className="focus-ring flex cursor-default flex-wrap items-center gap-x-3 gap-y-1 rounded-sm">
        <Badge tone={tone} icon={icon}>
          {word}
        </Badge>
        <span className="text-ink">{event ?? 'no name'}</span>
        <span className="text-ink-3 text-xs">
          {sourceName}
          {appVersion === '' ? '' : `, app ${appVersion}`}, <RelativeTime at={at} />
        </span>
      </summary>
      <div className="flex flex-col gap-2 pt-2">
        <ul aria-label="What changes" className="flex flex-col gap-0.5 text-ink-2">
          {told.map(({ pointer, type, message, outcome: which }) => (
            <li key={`${pointer} ${type} ${which}`}>
              {constraintWords[which]} {message}{' '}
              <code className="font-mono text-ink-3 text-xs">{pointer}</code>
            </li>
          ))}
        </ul>
        {call === null ? (
          <p className="text-ink-3">The call is too large to be shown here.</p>
        ) : (
          <MarkedJson
            label={`Call ${messageId}`}
            value={call as Json}
            failing={told.map(({ pointer }) => pointer)}
            masked={masked}
          />
        )}
      </div>
    </details>
  )
}

const constraintWords = {
  still: 'Before and after:',
  fixed: 'No longer broken:',
  broken: 'Broken now:',
  uncertain: 'Not certain:',
} as const
