import { Section } from '../ui/section'
import { Table, Td, Th } from '../ui/table'
import { shareWords } from './violation-words'

type BreakdownProps = {
  readonly title: string
  readonly column: string
  readonly rows: readonly { readonly key: string; readonly name: string; readonly count: number }[]
  readonly total: number
}

const shown = 12

/** How the count spreads over one side of it, most first. */
export const Breakdown = ({ title, column, rows, total }: BreakdownProps) => {
  const rest = rows.slice(shown)
  const restCount = rest.reduce((sum, { count }) => sum + count, 0)
  const listed =
    rest.length === 0
      ? rows
      : [...rows.slice(0, shown), { key: '(rest)', name: `${rest.length} more`, count: restCount }]
  return (
    <Section title={title}>
      <Table aria-label={title}>
        <thead>
          <tr>
            <Th>{column}</Th>
            <Th className="w-20 text-right">Count</Th>
            <Th className="w-16 text-right">Share</Th>
          </tr>
        </thead>
        <tbody>
          {listed.map(({ key, name, count }) => (
            <tr key={key}>
              <Td className="break-words">{name}</Td>
              <Td className="text-right">{count.toLocaleString('en')}</Td>
              <Td className="text-right text-ink-3">{total > 0 ? shareWords(count / total) : '–'}</Td>
            </tr>
          ))}
        </tbody>
      </Table>
    </Section>
  )
}
