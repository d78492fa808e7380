'use client'
import { ChevronRight } from 'lucide-react'
import { useId, useState } from 'react'
import { showPlace } from '@/domain/diff/describe-change'
import type { Json } from '@/domain/plan/json'
import { cn } from '../ui/cn'
import { CopyButton } from '../ui/copy-button'
import { jsonLines } from './json-lines'

type CounterexampleProps = {
  /** What the message shows, as a sentence. */
  readonly caption: string
  readonly message: unknown
  readonly refusals: readonly { readonly pointer: string; readonly message: string }[]
  /** Shown at once; it can be folded. */
  readonly defaultOpen: boolean
}

/** A message that one rule takes and the other refuses, as JSON with the places that are refused. */
export const Counterexample = ({ caption, message, refusals, defaultOpen }: CounterexampleProps) => {
  const [open, setOpen] = useState(defaultOpen)
  const id = useId()
  // It came over the wire as JSON.
  const value = message as Json
  return (
    <div className="flex flex-col gap-1.5">
      <button
        type="button"
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setOpen(!open)}
        className="focus-ring -ml-1 flex min-h-6 items-center gap-1 self-start rounded-sm px-1 text-left text-ink-2 text-xs hover:text-ink"
      >
        <ChevronRight
          aria-hidden="true"
          className={cn(
            'size-3.5 shrink-0 transition-transform motion-reduce:transition-none',
            open && 'rotate-90',
          )}
        />
        {caption}
      </button>
      {open ? (
        <div id={id} className="flex flex-col gap-1.5">
          <div className="relative">
            <section
              // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable from the keyboard
              tabIndex={0}
              aria-label={caption}
              className="focus-ring max-h-80 overflow-auto rounded-md bg-sunken py-2"
            >
              <pre className="w-max min-w-full font-mono text-ink text-xs leading-5">
                {jsonLines(
                  value,
                  refusals.map(({ pointer }) => pointer),
                ).map(({ text, isMarked }, at) => (
                  <span
                    // biome-ignore lint/suspicious/noArrayIndexKey: lines have no id, and all are replaced at once
                    key={at}
                    className={cn(
                      'block border-l-2 pr-12 pl-3',
                      isMarked ? 'border-bad bg-bad-soft' : 'border-transparent',
                    )}
                  >
                    {isMarked ? <span className="sr-only">refused: </span> : null}
                    {text}
                    {'\n'}
                  </span>
                ))}
              </pre>
            </section>
            <div className="absolute top-1 right-1">
              <CopyButton text={JSON.stringify(value, null, 2)} what="the event" />
            </div>
          </div>
          <ul aria-label="Why it is refused" className="flex flex-col gap-0.5 text-ink-2 text-xs">
            {refusals.map(({ pointer, message: why }) => (
              <li key={`${pointer} ${why}`} className="break-words">
                <span className="font-mono">{showPlace(pointer)}</span>: {why}
              </li>
            ))}
          </ul>
        </div>
      ) : null}
    </div>
  )
}
