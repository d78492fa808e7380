import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { cache } from 'react'
import { pages } from '@/contracts/paths'
import type { Context } from '@/server/ports/context'
import { confinedToDemo } from '@/server/usecases/confined-to-demo'
import { composition } from './composition'
import { pathHeader } from './path-header'

/** The context of the person behind the session cookie, or null. Asked once per request. */
export const signedInContext = cache(async (): Promise<Context | null> => {
  const { contextFor, identity } = composition()
  const { who } = await identity.signedIn(await headers())
  if (!who) return null
  return confinedToDemo(contextFor({ kind: 'person', ...who }))
})

/** The same for a page: whoever is not signed in is asked to, and comes back to the page afterwards. */
export const pageContext = async (): Promise<Context> => {
  const context = await signedInContext()
  if (context) return context
  const here = (await headers()).get(pathHeader)
  return redirect(pages.signIn(here === null || here === '/' ? undefined : here))
}
