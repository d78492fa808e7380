import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { signedInContext } from '@/app/_entry/page-context'
import { AccountPage } from '@/components/account/account-page'
import { safeNext } from '@/components/account/safe-next'
import { SignInForm } from '@/components/account/sign-in-form'

export const metadata: Metadata = { title: 'Sign in' }

type Props = { readonly searchParams: Promise<{ next?: string | string[] }> }

export default async function SignInPage({ searchParams }: Props) {
  const { next } = await searchParams
  const target = safeNext(typeof next === 'string' ? next : null)
  if (await signedInContext()) redirect(target)
  return (
    <AccountPage title="Sign in" lead="Tracking plans, kept straight.">
      <SignInForm next={target} />
    </AccountPage>
  )
}
