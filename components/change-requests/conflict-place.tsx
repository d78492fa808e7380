'use client'
import { useId } from 'react'
import type { ConflictView } from '@/contracts/change-request'
import { laidOut } from '../diff/laid-out'
import { CodeBlock } from '../ui/code'
import type { Take } from './conflict-choices'
import { conflictTitle, isWholeRule } from './conflict-title'

type ConflictPlaceProps = {
  readonly conflict: ConflictView
  readonly take: Take | null
  /** Null for whoever may not choose. */
  readonly onTake: ((take: Take) => void) | null
}

const order: readonly Take[] = ['base', 'ours', 'theirs', 'both']

const names: Readonly<Record<Take, string>> = {
  base: 'As it was',
  ours: 'In this request',
  theirs: 'In the plan now',
  both: 'Both together',
}

/** One place in conflict: what stood there and what each side made of it, side by side, to choose from. */
export const ConflictPlace = ({ conflict, take, onTake }: ConflictPlaceProps) => {
  const group = useId()
  const title = conflictTitle(conflict)
  const isWhole = isWholeRule(conflict)
  const shown = order.flatMap((each) => conflict.resolutions.find((one) => one.take === each) ?? [])
  return (
    <fieldset className="min-w-0">
      <legend className="break-words pb-1 font-medium font-mono text-ink text-xs">{title}</legend>
      <div className="grid gap-2 sm:grid-cols-[repeat(auto-fit,minmax(13rem,1fr))]">
        {shown.map(({ take: way, text }) => (
          <div
            key={way}
            className="flex min-w-0 flex-col gap-2 rounded-md border border-line p-2 has-checked:border-accent has-checked:bg-accent-soft"
          >
            {onTake ? (
              <label className="flex min-h-6 items-center gap-2 text-ink-2 text-xs has-checked:text-ink">
                <input
                  type="radio"
                  name={group}
                  value={way}
                  checked={take === way}
                  onChange={() => onTake(way)}
                  className="focus-ring size-4 shrink-0 rounded-full accent-accent"
                />
                <WayOut way={way} isWhole={isWhole} isGone={text === undefined} />
              </label>
            ) : (
              <p className="text-ink-2 text-xs">
                <WayOut way={way} isWhole={isWhole} isGone={text === undefined} />
              </p>
            )}
            {isWhole || text === undefined ? null : (
              <CodeBlock label={`${names[way]}: ${title}`}>{laidOut(text)}</CodeBlock>
            )}
          </div>
        ))}
      </div>
    </fieldset>
  )
}

type WayOutProps = { readonly way: Take; readonly isWhole: boolean; readonly isGone: boolean }

const WayOut = ({ way, isWhole, isGone }: WayOutProps) =>
  isWhole ? (
    wholeName(way, isGone)
  ) : (
    <span>
      {names[way]}
      {isGone ? <span className="text-ink-3"> (not there)</span> : null}
    </span>
  )

const wholeName = (take: Take, isGone: boolean): string => {
  if (take === 'ours') return isGone ? 'Remove it all the same' : 'Keep mine on the new version'
  if (take === 'theirs') return isGone ? 'Leave it removed' : 'Take what is there'
  return isGone ? 'Neither' : 'As it was before both'
}
