'use client'
import { useMemo } from 'react'
import { cn } from '../ui/cn'
import type { DriftedRule } from './take'
import { type ColumnLine, threeTexts } from './three-texts'

const textOf = (schema: unknown): string | null =>
  schema === null || schema === undefined ? null : JSON.stringify(schema, null, 2)

type DriftColumnsProps = {
  readonly name: string
  readonly drifted: DriftedRule
  readonly liveVersion: number | null
  readonly headVersion: number | null
}

/** One rule three ways: as published, as Segment holds it, as head says. */
export const DriftColumns = ({ name, drifted, liveVersion, headVersion }: DriftColumnsProps) => {
  const { live, seen, head } = useMemo(
    () => threeTexts(textOf(drifted.live), textOf(drifted.seen), textOf(drifted.head)),
    [drifted],
  )
  return (
    <div className="grid gap-4 lg:grid-cols-3">
      <Column
        name={name}
        title={`Published${liveVersion === null ? '' : `, version ${liveVersion}`}`}
        absent="Was not published."
        lines={live}
        mark="removed"
      />
      <Column
        name={name}
        title="In Segment now"
        absent="Segment holds no such rule."
        lines={seen}
        mark="added"
      />
      <Column
        name={name}
        title={`Head${headVersion === null ? '' : `, version ${headVersion}`}`}
        absent="Not in the plan."
        lines={head}
        mark="added"
      />
    </div>
  )
}

const fills = { added: 'bg-good-soft', removed: 'bg-bad-soft' } as const
const signs = { added: '+', removed: '−' } as const

type ColumnProps = {
  readonly name: string
  readonly title: string
  readonly absent: string
  readonly lines: readonly ColumnLine[]
  readonly mark: 'added' | 'removed'
}

const Column = ({ name, title, absent, lines, mark }: ColumnProps) => (
  <div className="flex min-w-0 flex-col gap-1">
    <p className="text-ink-3 text-xs">{title}</p>
    {lines.length === 0 ? (
      <p className="rounded-md border border-line border-dashed px-3 py-4 text-ink-3">{absent}</p>
    ) : (
      <section
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable from the keyboard
        tabIndex={0}
        aria-label={`${name}: ${title}`}
        className="focus-ring relative max-h-96 overflow-auto rounded-md border border-line bg-surface font-mono text-xs leading-5"
      >
        {lines.map((line, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines have no id, and all are replaced at once
          <Line key={at} line={line} mark={mark} />
        ))}
      </section>
    )}
  </div>
)

const Line = ({ line, mark }: { readonly line: ColumnLine; readonly mark: ColumnProps['mark'] }) =>
  line.kind === 'skipped' ? (
    <div className="bg-sunken px-2 font-sans text-ink-3">
      {line.count === 1 ? '1 equal line' : `${line.count} equal lines`}
    </div>
  ) : (
    <div className={cn('flex gap-2 px-2', line.kind === 'marked' && fills[mark])}>
      <span aria-hidden="true" className="w-2 shrink-0 select-none text-ink-2">
        {line.kind === 'marked' ? signs[mark] : ''}
      </span>
      <span className="min-w-0 whitespace-pre-wrap break-words">
        {line.kind === 'marked' ? <span className="sr-only">{mark}: </span> : null}
        {line.text}
      </span>
    </div>
  )
