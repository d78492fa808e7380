import { pages } from '@/contracts/paths'
import type { InferredView } from '@/contracts/replay'
import { Badge } from '../../ui/badge'
import { Code } from '../../ui/code'
import { Section } from '../../ui/section'
import { Table, Td, Th } from '../../ui/table'
import { TextLink } from '../../ui/text-link'

/** More are only counted. */
const most = 50

/** Violations of events of which no call is recorded, judged by what was reported of them. */
export const InferredList = ({ inferred }: { readonly inferred: InferredView }) => {
  const { violations, cleared, still, unknown, isCut } = inferred
  if (violations.length === 0) return null
  return (
    <Section
      title={
        <span className="flex items-center gap-2">
          Reported violations <Badge>inferred</Badge>
        </span>
      }
      description="No calls of these events are recorded, so this is a guess from what was reported, not a replay."
    >
      <p className="text-ink-2">
        {cleared} would go, {still} would stay, of {unknown} it cannot be told
        {isCut ? '. There are more than were looked at' : ''}.
      </p>
      <Table aria-label="Inferred">
        <thead>
          <tr>
            <Th>Violation</Th>
            <Th className="text-right">Seen</Th>
            <Th>Inferred</Th>
          </tr>
        </thead>
        <tbody>
          {violations.slice(0, most).map(({ id, event, pointer, message, count, outcome }) => (
            <tr key={id}>
              <Td className="min-w-48">
                <TextLink href={pages.violation(id)}>{event ?? 'no name'}</TextLink>{' '}
                <Code className="text-xs">{pointer}</Code>
                <span className="block text-ink-2">{message}</span>
              </Td>
              <Td className="text-right tabular-nums">{count.toLocaleString('en')}</Td>
              <Td className="whitespace-nowrap">{inferredWords[outcome]}</Td>
            </tr>
          ))}
          {violations.length > most ? (
            <tr>
              <Td colSpan={3} className="text-ink-3">
                and {violations.length - most} more
              </Td>
            </tr>
          ) : null}
        </tbody>
      </Table>
    </Section>
  )
}

const inferredWords = {
  cleared: 'would go',
  still: 'would stay',
  unknown: 'cannot be told',
} as const
