import type { ReplaySampleView } from '@/contracts/replay'
import { CallDetails } from '../../schema/call-details'
import { Badge } from '../../ui/badge'
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
  const { word, tone, icon } = outcomeLooks[sample.outcome]
  const told = sample.constraints.filter((constraint) => constraint.outcome !== 'still')
  return (
    <CallDetails
      call={sample}
      failing={told.map(({ pointer }) => pointer)}
      lead={
        <Badge tone={tone} icon={icon}>
          {word}
        </Badge>
      }
    >
      <ul aria-label="What changes" className="flex flex-col gap-0.5 text-ink-2">
        {told.map(({ pointer, type, message, outcome: which }) => (
          <li key={`${pointer} ${type} ${which}`}>
            {constraintWords[which]} {message} <code className="font-mono text-ink-3 text-xs">{pointer}</code>
          </li>
        ))}
      </ul>
    </CallDetails>
  )
}

const constraintWords = {
  still: 'Before and after:',
  fixed: 'No longer broken:',
  broken: 'Broken now:',
  uncertain: 'Not certain:',
} as const
