import { ChevronDown, ChevronRight } from 'lucide-react'
import { pages } from '@/contracts/paths'
import { ViolationStatus } from '../data/violation-status'
import { rowLink, WindowRow } from '../data/window-table'
import { Checkbox } from '../ui/checkbox'
import { cn } from '../ui/cn'
import { IntentLink } from '../ui/intent-link'
import { RelativeTime } from '../ui/relative-time'
import { ruleTitle } from '../ui/rule-title'
import { boardColumns, cellStyle } from './board-columns'
import { sinceWords } from './origin-words'
import { Sparkline } from './sparkline'
import type { ShownRow } from './use-board'
import { placeWords, shareWords, violationTypeWords } from './violation-words'

type BoardRowProps = {
  readonly shown: ShownRow
  readonly index: number
  readonly isActive: boolean
  readonly isSelected: boolean
  /** Null for whoever may not decide. */
  readonly onSelect: ((range: boolean) => void) | null
  readonly onToggleBundle: (key: string) => void
  readonly onMoreOfBundle: (key: string) => void
}

/** One violation, or one bundle of those that began together. */
export const BoardRow = (props: BoardRowProps) => {
  const { shown, index, isActive, isSelected, onSelect, onToggleBundle, onMoreOfBundle } = props
  const { row, isBundle, memberOf, isCut } = shown
  const count = isBundle && row.bundle !== null ? row.bundle.count : row.count
  return (
    <WindowRow index={index} marked={isActive || isSelected}>
      <td className={cn(cellStyle, boardColumns[0].style, 'relative z-10')}>
        {onSelect === null ? null : (
          <Checkbox
            checked={isSelected}
            onCheckedChange={(_, { event }) => onSelect('shiftKey' in event && event.shiftKey === true)}
            // With shift the browser would mark the text from the last click to here as well.
            onMouseDown={(event) => event.shiftKey && event.preventDefault()}
            aria-label={`Select ${ruleTitle(row.rule)}: ${row.message}`}
          />
        )}
      </td>
      <td className={cn(cellStyle, boardColumns[1].style, memberOf !== null && 'pl-6')}>
        <div className="flex items-center gap-2">
          <IntentLink href={pages.violation(row.id)} className={cn(rowLink, 'block truncate font-medium')}>
            <span className={cn(row.rule.key !== null && 'font-mono text-[0.95em]')}>
              {ruleTitle(row.rule)}
            </span>
          </IntentLink>
          {/* Where there is no room for the column of statuses, those that are not the usual one. */}
          {row.status === 'open' ? null : (
            <span className="ml-auto shrink-0 text-xs md:hidden">
              <ViolationStatus status={row.status} />
            </span>
          )}
        </div>
        <p className="truncate text-ink-2 text-xs" title={row.message}>
          <span className="text-ink">{violationTypeWords[row.type]}</span>
          {row.pointer ? <span className="font-mono"> {placeWords(row.pointer)}</span> : null}
          <span className="text-ink-3"> · {row.message}</span>
        </p>
        {isBundle ? <BundleButton shown={shown} onToggle={onToggleBundle} /> : null}
        {isCut && memberOf !== null ? (
          <button
            type="button"
            onClick={() => onMoreOfBundle(memberOf)}
            className={cn(bundleButton, 'block')}
          >
            Show more of these
          </button>
        ) : null}
      </td>
      <td className={cn(cellStyle, boardColumns[2].style)}>
        <ViolationStatus status={row.status} />
        {row.regressedAt && row.status === 'open' ? <p className="text-bad text-xs">came back</p> : null}
        <StandingNote row={row} />
      </td>
      <td className={cn(cellStyle, boardColumns[3].style, 'text-xs')}>
        <p className="truncate">{row.assignee ?? <span className="text-ink-3">nobody</span>}</p>
        <p className="truncate text-ink-3">{row.owners.map(({ name }) => name).join(', ')}</p>
      </td>
      <td className={cn(cellStyle, boardColumns[4].style)}>
        <Sparkline trend={row.trend} />
      </td>
      <td className={cn(cellStyle, boardColumns[5].style, 'font-medium tabular-nums')}>
        {count.toLocaleString('en')}
      </td>
      <td className={cn(cellStyle, boardColumns[6].style, 'text-ink-2 tabular-nums')}>
        {row.share === null ? (
          <span className="text-ink-3" title="Segment has not counted this event yet">
            –
          </span>
        ) : (
          <span title="of this event in the last 7 days">{shareWords(row.share)}</span>
        )}
      </td>
      <td className={cn(cellStyle, boardColumns[7].style, 'whitespace-nowrap text-xs')}>
        <RelativeTime at={row.lastSeen} className="block" />
        <span className="text-ink-3">
          first <RelativeTime at={row.firstSeen} />
        </span>
      </td>
      <td className={cn(cellStyle, boardColumns[8].style)}>
        <Some names={row.sources.map(({ name }) => name)} />
        <Some names={row.appVersions.map((version) => version || 'no version told')} />
      </td>
    </WindowRow>
  )
}

const bundleButton = 'focus-ring relative z-10 rounded-sm text-accent text-xs'

const BundleButton = ({
  shown: { row, isOpen },
  onToggle,
}: {
  readonly shown: ShownRow
  readonly onToggle: (key: string) => void
}) =>
  row.bundle === null ? null : (
    <button
      type="button"
      aria-expanded={isOpen}
      onClick={() => onToggle(row.bundle?.key ?? '')}
      className={cn(bundleButton, 'flex max-w-full items-center gap-1 [&>svg]:size-3')}
    >
      {isOpen ? <ChevronDown aria-hidden="true" /> : <ChevronRight aria-hidden="true" />}
      <span className="truncate">
        {row.bundle.size} violations {sinceWords(row.origin)}
      </span>
    </button>
  )

/** What the status waits for, in a word. */
const StandingNote = ({ row }: { readonly row: ShownRow['row'] }) => {
  const { status, ignoreUntil, resolvedIn, resolvedInPlan, changeRequest } = row
  const version = resolvedIn ?? (resolvedInPlan === null ? null : `plan ${resolvedInPlan}`)
  if (status === 'ignored')
    return (
      <p className="truncate text-ink-3 text-xs">
        {ignoreUntil ? (
          <>
            until <RelativeTime at={ignoreUntil} />
          </>
        ) : (
          'for good'
        )}
      </p>
    )
  if (status === 'fix-planned') return <p className="text-ink-3 text-xs">in request {changeRequest}</p>
  return version === null || status === 'open' ? null : (
    <p className="truncate text-ink-3 text-xs">in {version}</p>
  )
}

/** The first name, and how many more there are. */
const Some = ({ names: [first, ...more] }: { readonly names: readonly string[] }) =>
  first === undefined ? null : (
    <p className="truncate text-ink-2 text-xs" title={[first, ...more].join(', ')}>
      {first}
      {more.length > 0 ? <span className="text-ink-3"> +{more.length}</span> : null}
    </p>
  )
