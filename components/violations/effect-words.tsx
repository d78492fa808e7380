import type { ReactNode } from 'react'
import type { EffectView } from '@/contracts/fix'
import type { EstimateView } from '@/contracts/replay'
import { Badge } from '../ui/badge'
import { Code } from '../ui/code'

/** What a fix in the plan comes to: on recorded calls, else by what was reported, marked as a guess. */
export const EffectWords = ({ effect }: { readonly effect: EffectView }) => {
  if (effect.is === 'inferred')
    return (
      <p className="flex flex-wrap items-center gap-2 text-ink-2">
        <Badge>inferred</Badge> {inferredWords[effect.outcome]}
      </p>
    )
  const { cleared, stillBroken, valid, slipping, slippingExamples, newlyBroken, uncertain } = effect
  return (
    <dl className="flex flex-wrap gap-x-5 gap-y-1 text-sm">
      <Count name="cleared" estimated={cleared} />
      <Count name="still broken" estimated={stillBroken} />
      {valid.value === cleared.value ? null : <Count name="fine altogether" estimated={valid} />}
      <Count name="slip through" estimated={slipping} isBad>
        {slippingExamples.map((value) => (
          <Code key={JSON.stringify(value)} className="ml-1 text-xs">
            {JSON.stringify(value)}
          </Code>
        ))}
      </Count>
      {newlyBroken.high > 0 ? <Count name="newly broken" estimated={newlyBroken} isBad /> : null}
      {uncertain > 0 ? (
        <div className="flex gap-1 text-ink-3">
          <dt className="order-2">recorded calls uncertain</dt>
          <dd className="tabular-nums">{uncertain.toLocaleString('en')}</dd>
        </div>
      ) : null}
    </dl>
  )
}

type CountProps = {
  readonly name: string
  readonly estimated: EstimateView
  readonly isBad?: boolean
  readonly children?: ReactNode
}

const Count = ({ name, estimated: { value, low, high }, isBad = false, children }: CountProps) => (
  <div className="flex flex-wrap gap-1">
    <dt className="order-2 text-ink-2">
      {name}
      {children}
    </dt>
    <dd className={isBad && value > 0 ? 'text-bad tabular-nums' : 'text-ink tabular-nums'}>
      {low === high ? value.toLocaleString('en') : `about ${value.toLocaleString('en')}`}
      {low === high ? null : (
        <span className="text-ink-3 text-xs">
          {' '}
          ({low.toLocaleString('en')} to {high.toLocaleString('en')})
        </span>
      )}
    </dd>
  </div>
)

const inferredWords = {
  cleared: 'By what was reported, it would go.',
  still: 'By what was reported, it would stay.',
  unknown: 'The report does not tell whether it would go.',
} as const
