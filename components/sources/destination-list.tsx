import type { SourceRow } from '@/contracts/source'
import { Section } from '../ui/section'
import { Table, Td, Th } from '../ui/table'

type Destination = SourceRow['destinations'][number]

const modeWords: Readonly<Record<Destination['mode'], string>> = {
  cloud: 'Cloud mode: through Segment',
  device: 'Device mode: straight from the app',
  either: 'Either mode; Segment does not say which',
  unknown: 'Segment does not say',
}

/** Where the data of a source goes, and by which way: what goes straight from the app cannot be blocked by Segment. */
export const DestinationList = ({ destinations }: { readonly destinations: readonly Destination[] }) => (
  <Section title="Destinations">
    {destinations.length === 0 ? (
      <p className="text-ink-2 text-sm">None is connected, or the token may not see them.</p>
    ) : (
      <Table aria-label="Destinations">
        <thead>
          <tr>
            <Th>Destination</Th>
            <Th>Mode</Th>
            <Th>State</Th>
          </tr>
        </thead>
        <tbody>
          {destinations.map(({ id, name, kind, mode, enabled }) => (
            <tr key={id}>
              <Td>
                {name}
                {kind && kind !== name ? <p className="text-ink-3 text-xs">{kind}</p> : null}
              </Td>
              <Td className="text-ink-2">{modeWords[mode]}</Td>
              <Td className="text-ink-2">{enabled ? 'On' : 'Off'}</Td>
            </tr>
          ))}
        </tbody>
      </Table>
    )}
  </Section>
)
