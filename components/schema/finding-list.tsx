import type { CheckFinding } from '@/contracts/change-request'
import { showPlace } from '@/domain/diff/describe-change'
import { toneText } from '../ui/tone'
import { severityLook } from './severity-look'

/** What lint says about one rule, each with its place; what the edit brings in before what was there. */
export const FindingList = ({ findings }: { readonly findings: readonly CheckFinding[] }) => (
  <ul aria-label="What lint finds" className="flex flex-col gap-1 text-sm">
    {findings.map(({ id, severity = 'info', pointer, message, isNew, rule }) => {
      const { icon: Icon, tone } = severityLook[severity]
      return (
        <li key={`${id} ${rule?.key} ${pointer} ${message}`} className="flex items-start gap-2">
          <Icon aria-hidden="true" className={`mt-0.5 size-3.5 shrink-0 ${toneText[tone]}`} />
          <p className="min-w-0 break-words text-ink-2">
            <span className="sr-only">{severity}: </span>
            {pointer ? (
              <span className="font-mono text-[0.92em] text-ink">{showPlace(pointer)}: </span>
            ) : null}
            {message}
            <span className="ml-2 whitespace-nowrap text-2xs text-ink-3">
              <span className="font-mono">{id}</span>
              {isNew === false ? ', there before' : null}
            </span>
          </p>
        </li>
      )
    })}
  </ul>
)
