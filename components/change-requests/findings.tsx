import type { CheckFinding } from '@/contracts/change-request'
import { pages } from '@/contracts/paths'
import { Code } from '../ui/code'
import { ruleTitle } from '../ui/rule-title'
import { TextLink } from '../ui/text-link'
import type { RequestPlace } from './request-actions'
import { sameFindings } from './same-findings'

type FindingsProps = { readonly place: RequestPlace; readonly findings: readonly CheckFinding[] }

const most = 50

/** What a check found, each thing once a rule, with the places where it is so. */
export const Findings = ({ place, findings }: FindingsProps) => {
  const told = sameFindings(findings)
  return told.length === 0 ? null : (
    <ul className="flex flex-col gap-1.5 pl-3 text-ink-2">
      {told.slice(0, most).map(({ finding: { rule, message }, pointers }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: findings have no id, and the list is replaced as a whole
        <li key={at} className="border-line-strong border-l-2 pl-3">
          {rule ? (
            <>
              <TextLink href={pages.rule(place.plan, rule, { propose: place.number })}>
                {ruleTitle(rule)}
              </TextLink>{' '}
            </>
          ) : null}
          {message} <Places pointers={pointers} />
        </li>
      ))}
      {told.length > most ? <li className="pl-3 text-ink-3">and {told.length - most} more</li> : null}
    </ul>
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
