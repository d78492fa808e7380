import type { CodePlaceView } from '@/contracts/fix'
import { Table, Td, Th } from '../ui/table'

/** Where calls that break it are sent from: what somebody needs to find the code. */
export const CodePlaces = ({ places }: { readonly places: readonly CodePlaceView[] }) =>
  places.length === 0 ? null : (
    <Table aria-label="Where it is sent from">
      <thead>
        <tr>
          <Th>Source</Th>
          <Th>App version</Th>
          <Th>Library</Th>
          <Th>Page or screen</Th>
          <Th className="text-right">Calls</Th>
        </tr>
      </thead>
      <tbody>
        {places.map(({ source, appVersion, library, from, calls }) => (
          <tr key={`${source} ${appVersion} ${library}`}>
            <Td>{source}</Td>
            <Td>{appVersion || 'not told'}</Td>
            <Td>{library || 'not told'}</Td>
            <Td className="break-all">{from || 'not told'}</Td>
            <Td className="text-right tabular-nums">{calls.toLocaleString('en')}</Td>
          </tr>
        ))}
      </tbody>
    </Table>
  )
