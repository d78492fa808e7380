import type { Metadata } from 'next'
import { composition } from '@/app/_entry/composition'
import { ifFound } from '@/app/_entry/if-found'
import { AccountPage } from '@/components/account/account-page'
import { WelcomeForm } from '@/components/account/welcome-form'
import { LinkButton } from '@/components/ui/link-button'
import type { InviteView } from '@/contracts/invite'
import { pages } from '@/contracts/paths'
import { readInvite } from '@/server/usecases/people/read-invite'
import { acceptInvite } from './actions'

export const metadata: Metadata = { title: 'Welcome', robots: { index: false }, referrer: 'no-referrer' }

type Props = { readonly params: Promise<{ token: string }> }

export default async function WelcomePage({ params }: Props) {
  const { token } = await params
  const invite = await inviteOf(token)
  if (!invite)
    return (
      <AccountPage
        title="This link does not work any more"
        lead="It was used already, has expired, or a newer one was made. Ask an administrator for another."
      >
        <LinkButton href={pages.signIn()}>Sign in instead</LinkButton>
      </AccountPage>
    )
  const { title, lead } = words(invite)
  return (
    <AccountPage title={title} lead={lead}>
      <WelcomeForm token={token} invite={invite} acceptInvite={acceptInvite} />
    </AccountPage>
  )
}

const words = (invite: InviteView) => {
  if (invite.kind === 'set-up')
    return {
      title: 'Set up Plumbline',
      lead: 'You become the first administrator and invite everybody else.',
    }
  return invite.active
    ? { title: `Hello, ${invite.name}`, lead: `Choose a new password for ${invite.email}.` }
    : {
        title: `Welcome, ${invite.name}`,
        lead: `Choose a password for ${invite.email}. You join as ${invite.role}.`,
      }
}

/** Null for a link that does not work. */
const inviteOf = (token: string): Promise<InviteView | null> => {
  const ctx = composition().contextFor({ kind: 'system', personId: null, name: 'Sign-in page' })
  return ifFound(() => readInvite(ctx, { token }))
}
