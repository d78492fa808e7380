import type { CheckFinding } from '@/contracts/change-request'
import { pages } from '@/contracts/paths'
import type { ReviewedCheck } from '@/contracts/review-view'
import { type SameFindings, sameFindings } from '@/domain/review/same-findings'
import { severityLook } from '../schema/severity-look'
import { Code } from '../ui/code'
import { ruleTitle } from '../ui/rule-title'
import { TextLink } from '../ui/text-link'
import { toneText } from '../ui/tone'
import type { RequestPlace } from './request-actions'

type FindingsProps = { readonly place: RequestPlace } & Pick<ReviewedCheck, 'findings' | 'more'>

/** What a check found: what the request brings in, and apart from it what was there before. */
export const Findings = ({ place, findings, more }: FindingsProps) => {
  const told = sameFindings(findings)
  const known = told.filter(({ finding }) => finding.isNew === false)
  const others = told.filter(({ finding }) => finding.isNew !== false)
  return (
    <>
      <FindingList
        place={place}
        told={others}
        more={more.others}
        label={known.length > 0 ? 'New with this request' : null}
      />
      <FindingList place={place} told={known} more={more.known} label="There before this request" />
    </>
  )
}

type FindingListProps = Pick<FindingsProps, 'place'> & {
  readonly told: readonly SameFindings<CheckFinding>[]
  readonly more: number
  readonly label: string | null
}

const FindingList = ({ place, told, more, label }: FindingListProps) =>
  told.length === 0 ? null : (
    <div className="flex flex-col gap-1.5">
      {label === null ? null : <p className="text-ink-3 text-xs">{label}</p>}
      <ul aria-label={label ?? 'Findings'} className="flex flex-col gap-1.5 pl-3 text-ink-2">
        {told.map(({ finding, pointers }, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: findings have no id, and the list is replaced as a whole
          <li key={at} className="border-line-strong border-l-2 pl-3">
            <Finding place={place} finding={finding} /> <Places pointers={pointers} />
          </li>
        ))}
        {more > 0 ? <li className="pl-3 text-ink-3">and {more} more</li> : null}
      </ul>
    </div>
  )

const Finding = ({ place, finding }: Pick<FindingsProps, 'place'> & { readonly finding: CheckFinding }) => {
  const { rule, message, severity, id } = finding
  const look = severity && severityLook[severity]
  return (
    <>
      {look ? (
        <>
          <look.icon
            aria-hidden="true"
            className={`-mt-0.5 mr-1.5 inline size-3.5 align-middle ${toneText[look.tone]}`}
          />
          <span className="sr-only">{severity}: </span>
        </>
      ) : null}
      {rule ? (
        <>
          <TextLink href={pages.rule(place.plan, rule, { propose: place.number })}>
            {ruleTitle(rule)}
          </TextLink>{' '}
        </>
      ) : null}
      {message}
      {id ? <span className="ml-2 whitespace-nowrap font-mono text-2xs text-ink-3">{id}</span> : null}
    </>
  )
}

const Places = ({ pointers }: { readonly pointers: readonly string[] }) => {
  const [first, ...more] = pointers
  if (first === undefined) return null
  if (more.length === 0) return <Code>{first}</Code>
  return (
    <details>
      <summary className="focus-ring w-fit cursor-default rounded-sm text-ink-3 text-xs hover:text-ink">
        in {pointers.length} places
      </summary>
      <ul className="flex flex-col gap-1 py-1 pl-3">
        {pointers.map((pointer) => (
          <li key={pointer}>
            <Code>{pointer}</Code>
          </li>
        ))}
      </ul>
    </details>
  )
}
