import { cn } from './cn'

const tones = {
  plain: 'bg-sunken text-ink-2',
  accent: 'bg-accent-soft text-accent',
  bad: 'bg-bad-soft text-bad',
} as const

type CountProps = {
  readonly value: number
  readonly tone?: keyof typeof tones
  /** Said after the number to screen readers, e.g. "waiting for you". */
  readonly of?: string
  readonly className?: string
}

/** A number beside a name. */
export const Count = ({ value, tone = 'plain', of, className }: CountProps) => (
  <span
    className={cn(
      'inline-flex h-4 min-w-4 items-center justify-center rounded-full px-1 font-medium text-2xs tabular-nums leading-none',
      tones[tone],
      className,
    )}
  >
    {value > 9_999 ? '9,999+' : value.toLocaleString('en')}
    {of ? <span className="sr-only"> {of}</span> : null}
  </span>
)
