'use client'
import type { LiveCallView } from '@/contracts/live'
import { pages } from '@/contracts/paths'
import { Code, CodeBlock } from '../ui/code'
import { CopyButton } from '../ui/copy-button'
import { Facts } from '../ui/facts'
import { Note } from '../ui/note'
import { RelativeTime } from '../ui/relative-time'
import { Section } from '../ui/section'
import { TextLink } from '../ui/text-link'
import { CallVerdict } from './call-verdict'
import { callLine, validateCommand, vitestCase } from './copy-as-test'

type CallDetailProps = { readonly call: LiveCallView; readonly plan: string | null }

/** One call: what is wrong with it and where, all of it, and ways to ask again. */
export const CallDetail = ({ call, plan }: CallDetailProps) => {
  const type = ruleTypes[call.callType]
  return (
    <article aria-label={`Call ${call.event ?? call.callType}`} className="flex flex-col gap-6">
      <Facts
        items={[
          { name: 'Verdict', value: <CallVerdict verdict={call.verdict} /> },
          {
            name: 'Call',
            value:
              plan !== null && type !== undefined && call.ruleVersion !== null ? (
                <TextLink href={pages.rule(plan, { type, key: call.event, version: call.ruleVersion })}>
                  {call.event ?? call.callType}
                </TextLink>
              ) : (
                <Code>{call.event ?? call.callType}</Code>
              ),
          },
          ...(call.keyEnding === null ? [] : [{ name: 'Write key', value: <Code>…{call.keyEnding}</Code> }]),
          { name: 'Received', value: <RelativeTime at={call.at} /> },
        ]}
      />
      {call.reason === null ? null : (
        <Note tone={call.verdict === 'refused' ? 'bad' : 'quiet'} title={reasonTitles[call.verdict]}>
          {call.reason}
        </Note>
      )}
      {call.breaches.length === 0 ? null : (
        <Section title="What is wrong">
          <ul className="border-line border-t">
            {call.breaches.map(({ type: kind, pointer, message, violation }) => (
              <li key={`${kind} ${pointer} ${message}`} className="border-line border-b py-2 text-sm">
                <p>{message}</p>
                <p className="flex flex-wrap gap-x-3 text-ink-2 text-xs">
                  <Code>{pointer === '' ? 'the whole call' : pointer}</Code>
                  <span>{kind.replaceAll('-', ' ')}</span>
                  {violation === null ? null : (
                    <TextLink href={pages.violation(violation)}>The violation</TextLink>
                  )}
                </p>
              </li>
            ))}
          </ul>
        </Section>
      )}
      <Section
        title="The call"
        description={
          call.masked.length === 0
            ? undefined
            : `${call.masked.length.toLocaleString('en')} ${call.masked.length === 1 ? 'value was' : 'values were'} masked before anything was kept.`
        }
      >
        <CodeBlock label="The call as JSON">{JSON.stringify(call.call, null, 2)}</CodeBlock>
      </Section>
      <Section
        title="Copy as a test"
        description="Judges the call again by a plan as a file. What was masked has the same form, not the same value."
      >
        <div className="flex flex-wrap gap-2">
          <CopyButton text={validateCommand(call)} what="command" showLabel />
          <CopyButton text={vitestCase(call)} what="Vitest test" showLabel />
          <CopyButton text={callLine(call)} what="line of NDJSON" showLabel />
        </div>
      </Section>
    </article>
  )
}

const ruleTypes: Readonly<Record<string, string | undefined>> = {
  track: 'TRACK',
  identify: 'IDENTIFY',
  group: 'GROUP',
  page: 'PAGE',
  screen: 'SCREEN',
}

const reasonTitles: Readonly<Record<LiveCallView['verdict'], string>> = {
  valid: '',
  invalid: '',
  refused: 'Segment would drop this call on its way in',
  'not-judged': 'Nothing judged this call',
}
