import type { ReactNode } from 'react'
import { pages } from '@/contracts/paths'
import type { OriginView, ViolationView } from '@/contracts/violation'
import { RelativeTime } from '../ui/relative-time'
import { Section } from '../ui/section'
import { TextLink } from '../ui/text-link'
import { originWords } from './origin-words'

/** Why the violation is there, with what shows it. */
export const OriginSection = ({
  violation,
}: {
  readonly violation: Pick<ViolationView, 'origin' | 'owners'> & { readonly plan: { readonly id: string } }
}) => {
  const { origin, plan, owners } = violation
  return (
    <Section title="Why">
      {origin === null ? (
        <p className="text-ink-2 text-sm">It is being worked out. That takes a minute or so.</p>
      ) : (
        <div className="flex max-w-prose flex-col gap-1 text-sm">
          <p className="font-medium">{originWords[origin.kind]}</p>
          <p className="text-ink-2">{evidence(origin, plan.id)}</p>
        </div>
      )}
      {owners.length > 0 ? (
        <p className="text-ink-2 text-sm">
          {owners.map(({ name }) => name).join(', ')} {owners.length === 1 ? 'answers' : 'answer'} for this
          part of the plan.
        </p>
      ) : null}
    </Section>
  )
}

const evidence = (origin: OriginView, planId: string): ReactNode => {
  switch (origin.kind) {
    case 'plan-changed':
      return (
        <>
          Version {origin.version} of the plan, by {origin.by}, <RelativeTime at={origin.at} />
          {origin.changeRequest === null ? null : (
            <>
              {' '}
              in{' '}
              <TextLink href={pages.changeRequest(planId, origin.changeRequest)}>
                request {origin.changeRequest}
              </TextLink>
            </>
          )}{' '}
          changed what it asks for here.{' '}
          {origin.release === null ? (
            'The event was sent before that, and this was not seen.'
          ) : (
            <>
              {origin.release.sourceName} {origin.release.appVersion} breaks it and was out before,{' '}
              <RelativeTime at={origin.release.at} />.
            </>
          )}
        </>
      )
    case 'code-changed':
      return (
        <>
          It began with {origin.release.sourceName} {origin.release.appVersion}, first seen{' '}
          <RelativeTime at={origin.release.at} />. {origin.before.appVersion}, before it, does not do it.{' '}
          {origin.planUnchangedSince === null ? (
            'The plan never changed here.'
          ) : (
            <>
              The plan last changed here <RelativeTime at={origin.planUnchangedSince} />, before that release.
            </>
          )}
        </>
      )
    case 'sender-changed':
      return (
        <>
          Segment counted {origin.quiet.events.toLocaleString('en')} calls of this event since{' '}
          <RelativeTime at={origin.quiet.since} /> and before it began. Other violations of the source had
          arrived by then, and this one had not.{' '}
          {origin.release === null
            ? 'Which release began it, the reports do not tell.'
            : `It is reported of ${origin.release.sourceName} ${origin.release.appVersion}, which came up about then; what the release before sent is not known.`}{' '}
          {origin.planUnchangedSince === null ? (
            'The plan never changed here.'
          ) : (
            <>
              The plan last changed here <RelativeTime at={origin.planUnchangedSince} />, before that.
            </>
          )}
        </>
      )
    case 'oldest-schema':
      return `The plan has versions ${origin.planned.join(', ')} of this rule. Recorded calls ask for ${askedWords(origin.asked)}, so version ${origin.judgedBy}, the oldest, judges them. Send the version in context.protocols.event_version.`
    case 'always':
      return (
        <>
          Calls of this event are known since <RelativeTime at={origin.since} />, and it was there from the
          start.
        </>
      )
    case 'unknown':
      return 'What was seen so far does not tell whether the plan or the code changed. It is looked at again every hour.'
  }
}

const askedWords = (asked: readonly (number | null)[]): string =>
  asked.map((version) => (version === null ? 'none of them' : `version ${version}`)).join(' and ')
