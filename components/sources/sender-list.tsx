import type { SourceView } from '@/contracts/source'
import { RelativeTime } from '../ui/relative-time'
import { Section } from '../ui/section'
import { Table, Td, Th } from '../ui/table'

type SenderListProps = {
  readonly title: string
  readonly column: string
  readonly senders: SourceView['appVersions']
}

/** App versions or libraries that violations of the last 7 days came from. */
export const SenderList = ({ title, column, senders }: SenderListProps) => (
  <Section title={title}>
    {senders.length === 0 ? (
      <p className="text-ink-2 text-sm">No violation of the last 7 days told any.</p>
    ) : (
      <Table aria-label={title}>
        <thead>
          <tr>
            <Th>{column}</Th>
            <Th className="text-right">Violations</Th>
            <Th className="text-right">Last seen</Th>
          </tr>
        </thead>
        <tbody>
          {senders.map(({ name, count, lastSeen }) => (
            <tr key={name}>
              <Td className="font-mono text-[0.92em]">{name || 'none told'}</Td>
              <Td className="text-right tabular-nums">{count.toLocaleString('en')}</Td>
              <Td className="whitespace-nowrap text-right text-xs">
                <RelativeTime at={lastSeen} />
              </Td>
            </tr>
          ))}
        </tbody>
      </Table>
    )}
  </Section>
)
