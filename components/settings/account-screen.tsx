'use client'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { SessionView } from '@/contracts/person'
import { FailureNote } from '../data/failure-note'
import { frameQuery } from '../data/frame-query'
import { unwrapAction } from '../data/unwrap-action'
import { Badge } from '../ui/badge'
import { Button } from '../ui/button'
import { PageHeader } from '../ui/page-header'
import { RelativeTime } from '../ui/relative-time'
import { Section } from '../ui/section'
import { SkeletonRows } from '../ui/skeleton'
import { toast } from '../ui/toast'
import type { AccountActions } from './account-actions'
import { Confirm } from './confirm'
import { deviceWords } from './device-words'
import { DigestForm } from './digest-form'
import { PasswordForm } from './password-form'
import { sessionsQuery } from './settings-queries'

/** One's own password, letters, and where one is signed in. */
export const AccountScreen = ({ actions }: { readonly actions: AccountActions }) => {
  const { data: frame } = useQuery(frameQuery())
  return (
    <div className="flex flex-col gap-8">
      <div className="-mb-6">
        <PageHeader
          title="Account"
          meta={
            frame ? (
              <>
                <span className="font-medium text-ink">{frame.me.name}</span>
                <span>{frame.me.email}</span>
                <span className="first-letter:uppercase">{frame.me.role}</span>
              </>
            ) : null
          }
        />
      </div>
      <Section
        title="Password"
        description={
          frame?.me.demo
            ? 'Demo people get the password that is printed at every start; what you set here lasts until then.'
            : undefined
        }
      >
        <PasswordForm />
      </Section>
      <Section
        title="Letters"
        description="What is new, back, yours, waiting for your review or resolved, by e-mail. Nothing is sent when there is nothing to tell."
      >
        <DigestForm save={actions.saveDigest} />
      </Section>
      <Sessions actions={actions} />
    </div>
  )
}

const Sessions = ({ actions }: { readonly actions: AccountActions }) => {
  const queries = useQueryClient()
  const { data, error, refetch } = useQuery(sessionsQuery())
  const readAgain = () => queries.invalidateQueries({ queryKey: ['sessions'] })
  const sessions = data?.data ?? []
  return (
    <Section
      title="Where you are signed in"
      actions={
        sessions.length > 1 ? (
          <Confirm
            trigger={(open) => <Button onClick={open}>Sign out everywhere else</Button>}
            title="Sign out everywhere else?"
            description="Every session but this one ends at once."
            confirm="Sign out elsewhere"
            run={async () => {
              await unwrapAction(actions.endOtherSessions({}))
              toast.success('You are signed in only here')
              await readAgain()
            }}
          />
        ) : null
      }
    >
      {error ? <FailureNote error={error} onRetry={() => refetch()} /> : null}
      {!data && !error ? <SkeletonRows label="Reading your sessions" /> : null}
      <ul aria-label="Sessions" className="border-line border-t">
        {sessions.map((session) => (
          <SessionRow key={session.id} session={session} end={actions.endSession} onEnded={readAgain} />
        ))}
      </ul>
    </Section>
  )
}

type SessionRowProps = {
  readonly session: SessionView
  readonly end: AccountActions['endSession']
  readonly onEnded: () => void
}

const SessionRow = ({ session, end, onEnded }: SessionRowProps) => {
  const device = deviceWords(session.userAgent)
  return (
    <li className="flex items-center justify-between gap-4 border-line border-b py-2 text-sm">
      <div className="min-w-0">
        <p className="flex items-center gap-2 font-medium" title={session.userAgent ?? undefined}>
          {device}
          {session.current ? <Badge tone="accent">this one</Badge> : null}
        </p>
        <p className="text-ink-3 text-xs">
          {session.ipAddress ? `${session.ipAddress}, ` : ''}since <RelativeTime at={session.createdAt} />,
          last active <RelativeTime at={session.lastActiveAt} />
        </p>
      </div>
      {session.current ? null : (
        <Confirm
          trigger={(open) => (
            <Button size="sm" onClick={open}>
              Sign out
            </Button>
          )}
          title={`Sign out ${device}?`}
          description="The session ends at once. What is typed there and not saved stays in that browser."
          confirm="Sign out"
          run={async () => {
            await unwrapAction(end({ id: session.id }))
            onEnded()
          }}
        />
      )}
    </li>
  )
}
