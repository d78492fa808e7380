'use client'
import { useMemo } from 'react'
import { cn } from '../ui/cn'
import { diffLines } from './diff-lines'
import { laidOut } from './laid-out'
import { sideBySide } from './side-by-side'
import { type ShownLine, withContext } from './with-context'

export type DiffLayout = 'unified' | 'split'

type TextDiffProps = {
  /** What is compared, for screen readers. */
  readonly label: string
  /** JSON text of each side; null where the rule is not there. */
  readonly before: string | null
  readonly after: string | null
  readonly layout?: DiffLayout
}

/** Two texts of a schema, laid out alike and compared line by line. */
export const TextDiff = ({ label, before, after, layout = 'unified' }: TextDiffProps) => {
  const lines = useMemo(
    () => withContext(diffLines(before && laidOut(before), after && laidOut(after))),
    [before, after],
  )
  if (lines.every(({ kind }) => kind === 'skipped'))
    return <p className="py-2 text-ink-3">Laid out alike, both texts are the same.</p>
  return (
    <section
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable from the keyboard
      tabIndex={0}
      aria-label={label}
      className="focus-ring relative max-h-[36rem] overflow-auto rounded-md border border-line bg-surface"
    >
      <table className="w-full border-collapse font-mono text-xs leading-5">
        {layout === 'unified' ? <Unified lines={lines} /> : <Split lines={lines} />}
      </table>
    </section>
  )
}

const marks = { same: ' ', removed: '−', added: '+' } as const
const fills = { same: '', removed: 'bg-bad-soft', added: 'bg-good-soft' } as const
const spoken = { same: '', removed: 'removed: ', added: 'added: ' } as const

const numberCell = 'w-px select-none whitespace-nowrap px-2 text-right text-ink-3'
const textCell = 'whitespace-pre-wrap break-words pr-3'

const Unified = ({ lines }: { readonly lines: readonly ShownLine[] }) => (
  <tbody>
    {lines.map((line, at) =>
      line.kind === 'skipped' ? (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines have no id, and all are replaced at once
        <Skipped key={at} count={line.count} columns={4} />
      ) : (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines have no id, and all are replaced at once
        <tr key={at} className={fills[line.kind]}>
          <td className={numberCell}>{'left' in line ? line.left : ''}</td>
          <td className={numberCell}>{'right' in line ? line.right : ''}</td>
          <td className="w-px select-none pr-2 text-ink-2" aria-hidden="true">
            {marks[line.kind]}
          </td>
          <td className={textCell}>
            {line.kind === 'same' ? null : <span className="sr-only">{spoken[line.kind]}</span>}
            {line.text}
          </td>
        </tr>
      ),
    )}
  </tbody>
)

const Split = ({ lines }: { readonly lines: readonly ShownLine[] }) => (
  <tbody>
    {sideBySide(lines).map((row, at) =>
      row.kind === 'skipped' ? (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines have no id, and all are replaced at once
        <Skipped key={at} count={row.count} columns={6} />
      ) : (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines have no id, and all are replaced at once
        <tr key={at}>
          <SideCells side={row.left} kind="removed" />
          <SideCells side={row.right} kind="added" />
        </tr>
      ),
    )}
  </tbody>
)

type SideCellsProps = {
  readonly side: { readonly number: number; readonly text: string; readonly changed: boolean } | null
  readonly kind: 'removed' | 'added'
}

const SideCells = ({ side, kind }: SideCellsProps) => {
  const look = side === null ? 'bg-sunken' : side.changed ? fills[kind] : ''
  return (
    <>
      <td className={cn(numberCell, look, kind === 'added' && 'border-line border-l')}>{side?.number}</td>
      <td className={cn('w-px select-none pr-2 text-ink-2', look)} aria-hidden="true">
        {side?.changed ? marks[kind] : ''}
      </td>
      <td className={cn(textCell, look, 'w-1/2')}>
        {side?.changed ? <span className="sr-only">{spoken[kind]}</span> : null}
        {side?.text}
      </td>
    </>
  )
}

const Skipped = ({ count, columns }: { readonly count: number; readonly columns: number }) => (
  <tr className="bg-sunken text-ink-3">
    <td colSpan={columns} className="px-2 font-sans">
      {count === 1 ? '1 equal line' : `${count} equal lines`}
    </td>
  </tr>
)
