import type { ReactNode } from 'react'
import { Code } from '../ui/code'
import { CopyButton } from '../ui/copy-button'
import { Note } from '../ui/note'
import { Section } from '../ui/section'

const trigger = 'type = "track" and event = "Violation Generated"'

const steps: readonly { readonly title: string; readonly text: ReactNode }[] = [
  {
    title: 'Make a source for the violations',
    text: (
      <>
        Connections, Sources, Add source, <b>HTTP API</b>. Call it “Violations”. It receives what the other
        sources forward; all of it together counts as one tracked user, and on plans that are billed by API
        calls each violation counts.
      </>
    ),
  },
  {
    title: 'Put a Webhooks (Actions) destination on it',
    text: (
      <>
        Add destination, <b>Webhooks (Actions)</b>, on the source “Violations”. Under Settings, paste the{' '}
        <b>shared secret</b> that was shown when the address was made.
      </>
    ),
  },
  {
    title: 'Add a mapping to it',
    text: (
      <>
        Mappings, New mapping, <b>Send</b>. As the trigger:
        <span className="my-1.5 flex items-center gap-1">
          <Code>{trigger}</Code>
          <CopyButton text={trigger} what="trigger" />
        </span>
        As the URL: the address made here. Method POST, data left as it is (the whole event). Turn the mapping
        and the destination on.
      </>
    ),
  },
  {
    title: 'Connect the tracking plan to your sources',
    text: (
      <>
        If it is not yet: Protocols, Tracking plans, the plan, Connected sources. Only sources that follow a
        plan have violations.
      </>
    ),
  },
  {
    title: 'Turn forwarding on, source by source',
    text: (
      <>
        For each source that follows a plan: Settings, Schema Configuration, Forwarding,{' '}
        <b>Violation forwarding</b>, and choose “Violations”.
      </>
    ),
  },
]

/** What to do in Segment, step by step, so that violations arrive at an address made here. */
export const ForwardingSteps = () => (
  <Section
    title="Set it up in Segment"
    description="Once for each workspace. The first violation after that appears here within seconds; “last delivery” above shows that it works."
  >
    <ol className="flex flex-col gap-4">
      {steps.map(({ title, text }, at) => (
        <li key={title} className="flex gap-3 text-sm">
          <span
            aria-hidden="true"
            className="flex size-6 shrink-0 items-center justify-center rounded-full bg-sunken font-medium text-ink-2 text-xs tabular-nums"
          >
            {at + 1}
          </span>
          <div className="min-w-0 max-w-prose">
            <h3 className="font-medium leading-6">{title}</h3>
            <div className="text-ink-2">{text}</div>
          </div>
        </li>
      ))}
    </ol>
    <Note className="max-w-prose">
      Segment has to reach the address over the internet, by HTTPS with a certificate that it trusts. Events
      from before forwarding was turned on are not sent. Blocked events are counted anyway, from Segment's
      delivery metrics.
    </Note>
  </Section>
)
