import type { OverviewView } from '@/contracts/overview'
import { pages } from '@/contracts/paths'
import { IntentLink } from '../ui/intent-link'
import { RelativeTime } from '../ui/relative-time'
import { ruleTitle } from '../ui/rule-title'
import { Section } from '../ui/section'
import { TextLink } from '../ui/text-link'

/** Open violations that are mine or my groups', and those that came back. */
export const ViolationTriage = ({ triage }: { readonly triage: OverviewView['triage'] }) => {
  const { me, groups, regressed } = triage
  return (
    <Section title="Your violations">
      <p className="flex flex-wrap gap-x-4 gap-y-1 text-sm">
        <TextLink href={pages.violations({ whose: 'me' })}>{me} assigned to you</TextLink>
        <TextLink href={pages.violations({ whose: 'groups' })}>{groups} of your groups</TextLink>
      </p>
      {regressed.length === 0 ? (
        <p className="text-ink-2 text-sm">Nothing came back after it was resolved.</p>
      ) : (
        <ul aria-label="Came back" className="flex flex-col text-sm">
          {regressed.map(({ id, rule, regressedAt }) => (
            <li key={id} className="flex justify-between gap-4 border-line border-b py-1.5">
              <IntentLink href={pages.violation(id)} className="truncate font-medium hover:underline">
                {ruleTitle(rule)}
              </IntentLink>
              <span className="shrink-0 text-bad text-xs">
                came back {regressedAt === null ? null : <RelativeTime at={regressedAt} />}
              </span>
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}
