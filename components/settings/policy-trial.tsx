'use client'
import { CircleAlert, CircleCheck } from 'lucide-react'
import { pages } from '@/contracts/paths'
import type { PolicyOutcome, PolicyPreview } from '@/contracts/policy'
import { Button } from '../ui/button'
import { Section } from '../ui/section'
import { Status } from '../ui/status'
import { Table, Td, Th } from '../ui/table'
import { TextLink } from '../ui/text-link'

type PolicyTrialProps = {
  readonly plan: string
  readonly preview: PolicyPreview
  readonly saving: boolean
  readonly onSave: () => void
}

/** What the new policy would have done to the last requests, and the button that switches it on. */
export const PolicyTrial = ({ plan, preview: { requests }, saving, onSave }: PolicyTrialProps) => {
  const changed = requests.filter(({ before, after }) => differs(before, after))
  return (
    <Section
      title="What it would have done"
      description={summary(requests.length, changed)}
      actions={
        <Button variant="primary" pending={saving} onClick={onSave}>
          Switch it on
        </Button>
      }
    >
      {changed.length === 0 ? null : (
        <Table aria-label="Requests that it would have treated otherwise">
          <thead>
            <tr>
              <Th>Request</Th>
              <Th>By the policy as it is</Th>
              <Th>By the new one</Th>
            </tr>
          </thead>
          <tbody>
            {changed.map(({ number, title, author, before, after }) => (
              <tr key={number}>
                <Td className="min-w-40">
                  <TextLink href={pages.changeRequest(plan, number)}>
                    #{number} {title}
                  </TextLink>
                  <span className="block text-ink-3 text-xs">by {author}</span>
                </Td>
                <Td className="min-w-40">
                  <Outcome outcome={before} />
                </Td>
                <Td className="min-w-48">
                  <Outcome outcome={after} />
                </Td>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
    </Section>
  )
}

const differs = (before: PolicyOutcome, after: PolicyOutcome): boolean =>
  before.clear !== after.clear || before.missing.join() !== after.missing.join()

const summary = (all: number, changed: PolicyPreview['requests']): string => {
  if (all === 0) return 'There is no request yet that it could be tried on.'
  const stopped = changed.filter(({ before, after }) => before.clear && !after.clear).length
  const freed = changed.filter(({ before, after }) => !before.clear && after.clear).length
  const tried = all === 1 ? 'the only request' : `the last ${all} requests`
  if (changed.length === 0) return `Of ${tried} it would have treated all the same.`
  return `Of ${tried} it would have held back ${stopped} that had their approvals, let ${freed} go that had not, and asked otherwise of ${changed.length - stopped - freed}.`
}

const Outcome = ({ outcome: { clear, missing } }: { readonly outcome: PolicyOutcome }) =>
  clear ? (
    <Status tone="good" icon={CircleCheck}>
      approved
    </Status>
  ) : (
    <ul className="flex flex-col gap-1">
      {missing.map((sentence) => (
        <li key={sentence}>
          <Status tone="warn" icon={CircleAlert} className="items-start whitespace-normal">
            {sentence}
          </Status>
        </li>
      ))}
    </ul>
  )
