import type { Json } from '@/domain/plan/json'
import { cn } from '../ui/cn'
import { type MarkedLine, markedLines } from './marked-lines'

type MarkedJsonProps = {
  readonly label: string
  readonly value: Json
  /** JSON pointers of what breaks a constraint, or is missing; `*` for every index of a list. */
  readonly failing: readonly string[]
  readonly masked: readonly string[]
}

/** A message to be read, with the places marked that break a constraint. */
export const MarkedJson = ({ label, value, failing, masked }: MarkedJsonProps) => (
  <section
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable from the keyboard
    tabIndex={0}
    aria-label={label}
    className="focus-ring max-h-80 overflow-auto rounded-md bg-sunken py-3"
  >
    <pre className="w-max min-w-full font-mono text-ink text-xs leading-5">
      {markedLines(value, failing, masked).map(({ text, mark }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines have no other name, and are replaced as a whole
        <div key={at} className={cn('border-transparent border-l-2 px-3', mark && looks[mark].style)}>
          {text}
          {mark ? <span className="ml-3 select-none text-ink-3 italic">{looks[mark].word}</span> : null}
        </div>
      ))}
    </pre>
  </section>
)

const looks: Readonly<
  Record<NonNullable<MarkedLine['mark']>, { readonly style: string; readonly word: string }>
> = {
  failing: { style: 'border-bad bg-bad-soft', word: 'breaks the rule' },
  missing: { style: 'border-bad bg-bad-soft', word: 'something is missing here' },
  masked: { style: '', word: 'masked' },
}
