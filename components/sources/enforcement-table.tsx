import { Ban, Check, type LucideIcon, Minus, Scissors, TriangleAlert } from 'lucide-react'
import type { SourceView } from '@/contracts/source'
import { Note } from '../ui/note'
import { Section } from '../ui/section'
import { Status } from '../ui/status'
import { Table, Td, Th } from '../ui/table'
import { TextLink } from '../ui/text-link'
import type { Tone } from '../ui/tone'

type Rows = Extract<SourceView['enforcement'], { judged: true }>['rows']
type Row = Rows[number]

const callNames: Readonly<Record<Row['call'], string>> = {
  track: 'Track',
  identify: 'Identify',
  group: 'Group',
  page: 'Page',
  screen: 'Screen',
}

const badNames: Readonly<Record<Row['bad'], string>> = {
  'unplanned-event': 'Event not in the plan',
  'unplanned-names': 'Names not in the plan',
  schema: 'Breaks its rule',
  'common-schema': 'Breaks the common rule',
}

const choices: Readonly<
  Record<string, { readonly tone: Tone; readonly icon: LucideIcon; readonly word: string }>
> = {
  allow: { tone: 'quiet', icon: Check, word: 'Passes' },
  block: { tone: 'bad', icon: Ban, word: 'Blocked' },
  omit: { tone: 'warn', icon: Scissors, word: 'Trimmed' },
  none: { tone: 'quiet', icon: Minus, word: 'No setting' },
}

/** What happens to each kind of bad data, and where it happens all the same. */
export const EnforcementTable = ({ source }: { readonly source: SourceView }) => (
  <Section
    title="What happens to bad data"
    description="By the schema settings of this source in Segment, in the order in which they are applied."
    actions={
      source.segmentUrl ? (
        <TextLink href={source.segmentUrl} target="_blank" rel="noreferrer">
          Change the settings in Segment
        </TextLink>
      ) : null
    }
  >
    {source.enforcement.judged ? (
      <Table aria-label="What happens to bad data">
        <thead>
          <tr>
            <Th>Call</Th>
            <Th>What is wrong</Th>
            <Th>What happens</Th>
          </tr>
        </thead>
        <tbody>
          {source.enforcement.rows.map((row) => (
            <EnforcementRow key={`${row.call} ${row.bad}`} row={row} />
          ))}
        </tbody>
      </Table>
    ) : (
      <Note>{source.enforcement.reason}</Note>
    )}
  </Section>
)

const EnforcementRow = ({ row }: { readonly row: Row }) => {
  const look = choices[row.choice ?? 'none'] ?? { tone: 'quiet' as const, icon: Minus, word: '' }
  return (
    <tr>
      <Td className="whitespace-nowrap">{callNames[row.call]}</Td>
      <Td className="text-ink-2 sm:whitespace-nowrap">{badNames[row.bad]}</Td>
      {/* In words under the choice and not beside it: on a phone there is no room for four columns. */}
      <Td className="wrap-anywhere w-full text-ink-2">
        <Status tone={look.tone} icon={look.icon}>
          {look.word}
        </Status>
        <p>{row.sentence}</p>
        {row.exceptions.length > 0 ? (
          <ul className="mt-1 flex flex-col gap-0.5 text-warn">
            {row.exceptions.map((exception) => (
              <li key={exception} className="flex gap-1.5">
                <TriangleAlert aria-hidden="true" className="mt-0.5 size-3.5 shrink-0" />
                {exception}
              </li>
            ))}
          </ul>
        ) : null}
      </Td>
    </tr>
  )
}
