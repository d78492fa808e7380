import type { ViolationView } from '@/contracts/violation'
import { toldBy } from '@/domain/violations/told-by'
import { CopyButton } from '../ui/copy-button'
import { RelativeTime } from '../ui/relative-time'
import { Section } from '../ui/section'
import { Table, Td, Th } from '../ui/table'

type SamplesProps = { readonly violation: Pick<ViolationView, 'rawType' | 'samples'> }

/** The newest calls that broke it. Payloads are not among them, so the message id is the way to the call itself. */
export const Samples = ({ violation: { rawType, samples } }: SamplesProps) => (
  <Section
    title="Latest calls"
    description={
      toldBy({ rawType }) === 'segment'
        ? "Segment does not forward what was sent. Look for the message id in the source's debugger, your warehouse or your logs."
        : 'Only a sample of what was sent is kept, above. Look for the message id of any other call in your warehouse or your logs.'
    }
  >
    {samples.length === 0 ? (
      <p className="text-ink-2 text-sm">None is kept.</p>
    ) : (
      <Table aria-label="Latest calls">
        <thead>
          <tr>
            <Th>When</Th>
            <Th>Message id</Th>
            <Th>Source</Th>
            <Th>App version</Th>
            <Th>What was wrong</Th>
          </tr>
        </thead>
        <tbody>
          {samples.map(({ messageId, at, message, source, appVersion }) => (
            <tr key={`${messageId} ${message}`}>
              <Td className="whitespace-nowrap">
                <RelativeTime at={at} />
              </Td>
              <Td className="py-1">
                <span className="flex items-center gap-1">
                  <span className="max-w-44 truncate xl:max-w-72 font-mono text-xs" title={messageId}>
                    {messageId}
                  </span>
                  <CopyButton text={messageId} what="message id" />
                </span>
              </Td>
              <Td>{source}</Td>
              <Td>{appVersion || <span className="text-ink-3">none</span>}</Td>
              <Td className="min-w-56 text-ink-2">{message}</Td>
            </tr>
          ))}
        </tbody>
      </Table>
    )}
  </Section>
)
