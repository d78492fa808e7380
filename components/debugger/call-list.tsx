'use client'
import { type MouseEvent, useRef } from 'react'
import type { LiveCallView } from '@/contracts/live'
import { cn } from '../ui/cn'
import { RelativeTime } from '../ui/relative-time'
import { RowSpace, useWindowRows } from '../ui/window-rows'
import { CallVerdict } from './call-verdict'

type CallListProps = {
  readonly calls: readonly LiveCallView[]
  readonly chosen: string | null
  readonly hrefOf: (call: string) => string
  readonly onChoose: (call: string) => void
}

const columns = [
  { name: 'Verdict', style: 'w-28' },
  { name: 'Call', style: 'w-auto' },
  { name: 'Received', style: 'w-28 text-right' },
] as const

const cellStyle = 'h-12 overflow-hidden border-line border-b px-2 first:pl-0 last:pr-0'
const nothingMore = () => {}

/** The newest calls, one row each. */
export const CallList = ({ calls, chosen, hrefOf, onChoose }: CallListProps) => {
  const body = useRef<HTMLTableSectionElement>(null)
  const { indexes, before, after, active } = useWindowRows(body, {
    count: calls.length,
    rowHeight: 48,
    hasMore: false,
    onMore: nothingMore,
  })
  return (
    <table
      aria-label="Calls"
      aria-rowcount={calls.length + 1}
      className="w-full table-fixed border-collapse text-sm"
    >
      <thead className="sticky top-12 z-20 bg-ground">
        <tr aria-rowindex={1}>
          {columns.map(({ name, style }) => (
            <th
              key={name}
              scope="col"
              className={cn(
                'h-8 border-line border-b px-2 text-left font-medium text-ink-3 text-xs first:pl-0 last:pr-0',
                style,
              )}
            >
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody ref={body}>
        <RowSpace height={before} />
        {indexes.map((index) => {
          const call = calls[index]
          return call ? (
            <tr
              key={call.id}
              data-row={index}
              aria-rowindex={index + 2}
              className={cn(
                'relative hover:bg-hover',
                (index === active || call.id === chosen) && 'bg-hover',
              )}
            >
              <td className={cellStyle}>
                <CallVerdict verdict={call.verdict} />
              </td>
              <td className={cellStyle}>
                <a
                  href={hrefOf(call.id)}
                  aria-current={call.id === chosen ? 'true' : undefined}
                  onClick={(click) => {
                    if (!isPlain(click)) return
                    click.preventDefault()
                    onChoose(call.id)
                  }}
                  className="block truncate rounded-sm font-medium font-mono text-[0.95em] outline-none after:absolute after:inset-0 focus-visible:after:outline-2 focus-visible:after:outline-accent focus-visible:after:-outline-offset-2"
                >
                  {call.event ?? call.callType}
                </a>
                <p className="truncate text-ink-2 text-xs">{why(call)}</p>
              </td>
              <td className={cn(cellStyle, 'text-right text-ink-2 text-xs')}>
                <RelativeTime at={call.at} />
              </td>
            </tr>
          ) : null
        })}
        <RowSpace height={after} />
      </tbody>
    </table>
  )
}

/** A new tab or window is the browser's. */
const isPlain = ({ button, metaKey, ctrlKey, shiftKey, altKey }: MouseEvent): boolean =>
  button === 0 && !metaKey && !ctrlKey && !shiftKey && !altKey

const why = ({ breaches, reason, callType, event, skipped }: LiveCallView): string => {
  const [first, ...others] = breaches
  const more = others.length > 0 ? ` and ${others.length} more` : ''
  const said = reason ?? (first ? `${first.message}${more}` : event === null ? '' : callType)
  return skipped > 0 ? `${said} · ${skipped.toLocaleString('en')} before it were too many to show` : said
}
