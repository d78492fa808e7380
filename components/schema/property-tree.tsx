'use client'
import { Asterisk, ChevronRight } from 'lucide-react'
import { useState } from 'react'
import type { ExactJson } from '@/domain/plan/exact-json'
import type { PropertyRow } from '@/domain/plan/property-table'
import { cn } from '../ui/cn'
import { Th } from '../ui/table'
import { PropertyValues } from './property-values'
import { sectionRows } from './section-rows'
import { typeLabel } from './type-label'

type PropertyTreeProps = {
  readonly rows: readonly PropertyRow[]
  /** The schema that the rows are a view of; with it, limits without a column are shown with their values. */
  readonly schema?: ExactJson
  /** Open violations by pointer, shown beside the name. */
  readonly violations?: ReadonlyMap<string, number>
  /** Names the table; needed where a page shows several. */
  readonly label?: string
}

/** A rule's properties and traits as a table; what is nested folds. */
export const PropertyTree = ({ rows, schema, violations, label = 'Properties' }: PropertyTreeProps) => {
  const [folded, setFolded] = useState<ReadonlySet<string>>(new Set())
  const isNested = rows.some(({ children }) => children.length > 0)
  const toggle = (pointer: string) =>
    setFolded((before) => {
      const after = new Set(before)
      if (!after.delete(pointer)) after.add(pointer)
      return after
    })
  return (
    <section
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable from the keyboard
      tabIndex={0}
      aria-label={label}
      className="focus-ring relative overflow-x-auto rounded-sm"
    >
      <table aria-label={label} className="w-full border-collapse text-sm max-md:block md:min-w-[36rem]">
        <thead className="max-md:sr-only">
          <tr>
            <Th className="w-[28%]">Name</Th>
            <Th className="w-[18%]">Type</Th>
            <Th className="w-[24%]">Values</Th>
            <Th>Description</Th>
          </tr>
        </thead>
        {sectionRows(rows).map((group, at, { length }) => (
          <tbody key={group.section} className="max-md:block">
            {length > 1 || group.section !== 'properties' ? (
              <tr>
                <th
                  scope="rowgroup"
                  colSpan={4}
                  className={cn('pb-1 text-left font-medium text-ink-3 text-xs', at === 0 ? 'pt-3' : 'pt-5')}
                >
                  {group.title}
                </th>
              </tr>
            ) : null}
            {unfolded(group.rows, folded).map((row) => (
              <TreeRow
                key={row.pointer}
                row={row}
                schema={schema}
                isNested={isNested}
                folded={folded.has(row.pointer)}
                onToggle={() => toggle(row.pointer)}
                violations={violations?.get(row.pointer) ?? 0}
              />
            ))}
          </tbody>
        ))}
      </table>
    </section>
  )
}

const unfolded = (rows: readonly PropertyRow[], folded: ReadonlySet<string>): PropertyRow[] =>
  rows.flatMap((row) => [row, ...(folded.has(row.pointer) ? [] : unfolded(row.children, folded))])

type TreeRowProps = {
  readonly row: PropertyRow
  readonly schema: ExactJson | undefined
  /** Whether any row folds, so that names stand in line. */
  readonly isNested: boolean
  readonly folded: boolean
  readonly onToggle: () => void
  readonly violations: number
}

const cell = 'px-2 align-top first:pl-0 last:pr-0 max-md:px-0 md:border-line md:border-b md:py-1.5'
const below = 'max-md:col-span-2 max-md:has-[>span:empty]:hidden max-md:empty:hidden'
const belowNames = [
  'max-md:pl-6',
  'max-md:pl-11',
  'max-md:pl-16',
  'max-md:pl-21',
  'max-md:pl-26',
  'max-md:pl-31',
] as const
const indents = ['', 'pl-5', 'pl-10', 'pl-15', 'pl-20', 'pl-25'] as const

const TreeRow = ({ row, schema, isNested, folded, onToggle, violations }: TreeRowProps) => {
  const indent = isNested && belowNames[Math.min(row.depth, belowNames.length - 1)]
  return (
    <tr className="max-md:grid max-md:grid-cols-[minmax(0,1fr)_auto] max-md:gap-x-3 max-md:gap-y-1 max-md:border-line max-md:border-b max-md:py-2">
      <th scope="row" className={cn(cell, 'text-left font-normal')}>
        <span className={cn('flex items-start gap-1', indents[Math.min(row.depth, indents.length - 1)])}>
          {row.children.length > 0 ? (
            <button
              type="button"
              aria-expanded={!folded}
              aria-label={`${folded ? 'Show' : 'Hide'} what is inside ${row.name}`}
              onClick={onToggle}
              className="focus-ring flex size-5 shrink-0 items-center justify-center rounded-sm text-ink-3 hover:text-ink"
            >
              <ChevronRight
                aria-hidden="true"
                className={cn('size-3.5 transition-transform', !folded && 'rotate-90')}
              />
            </button>
          ) : isNested ? (
            <span className="w-5 shrink-0" />
          ) : null}
          <span className="min-w-0 [overflow-wrap:anywhere]">
            <span className="font-mono text-[0.95em]">{row.name}</span>
            {row.required ? (
              <span title="required" className="ml-1 inline-block text-accent">
                <Asterisk aria-hidden="true" className="size-3" strokeWidth={2.5} />
                <span className="sr-only">required</span>
              </span>
            ) : null}
            {violations > 0 ? (
              <span className="ml-1 inline-block whitespace-nowrap rounded-sm bg-bad-soft px-1 font-medium text-2xs text-bad">
                {violations} {violations === 1 ? 'violation' : 'violations'}
              </span>
            ) : null}
          </span>
        </span>
      </th>
      <td className={cn(cell, 'text-ink-2')}>{typeLabel(row)}</td>
      <td className={cn(cell, below, indent)}>
        <PropertyValues row={row} schema={schema} />
      </td>
      <td className={cn(cell, below, indent, 'text-ink-2')}>{row.description}</td>
    </tr>
  )
}
