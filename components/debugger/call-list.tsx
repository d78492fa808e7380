'use client'
import type { MouseEvent } from 'react'
import type { LiveCallView } from '@/contracts/live'
import { rowLink, WindowRow, WindowTable, windowCell } from '../data/window-table'
import { cn } from '../ui/cn'
import { RelativeTime } from '../ui/relative-time'
import { useWindowRows } from '../ui/window-rows'
import { CallVerdict } from './call-verdict'

type CallListProps = {
  readonly calls: readonly LiveCallView[]
  /** Whether more than one write key sends. */
  readonly showsKeys: boolean
  readonly chosen: string | null
  readonly hrefOf: (call: string) => string
  readonly onChoose: (call: string) => void
}

const columns = [
  { name: 'Verdict', style: 'w-28' },
  { name: 'Call', style: 'w-auto' },
  { name: 'Received', style: 'w-28 text-right' },
] as const

const cellStyle = cn(windowCell, 'h-12')

/** The newest calls, one row each. */
export const CallList = ({ calls, showsKeys, chosen, hrefOf, onChoose }: CallListProps) => {
  const rows = useWindowRows({ count: calls.length, rowHeight: 48 })
  return (
    <WindowTable
      label="Calls"
      columns={columns}
      rows={rows}
      row={(index) => {
        const call = calls[index]
        return call ? (
          <WindowRow key={call.id} index={index} marked={index === rows.active || call.id === chosen}>
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
                className={cn(rowLink, 'block truncate font-medium font-mono text-[0.95em]')}
              >
                {call.event ?? call.callType}
              </a>
              <p className="truncate text-ink-2 text-xs">{why(call)}</p>
            </td>
            <td className={cn(cellStyle, 'text-right text-ink-2 text-xs')}>
              <RelativeTime at={call.at} />
              {showsKeys && call.keyEnding !== null ? (
                <p title="The write key that it came in by">
                  <span className="sr-only">by write key </span>
                  <span className="font-mono">…{call.keyEnding}</span>
                </p>
              ) : null}
            </td>
          </WindowRow>
        ) : null
      }}
    />
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
