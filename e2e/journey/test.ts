import { type BrowserContext, test as base, expect, type Page } from '@playwright/test'
import { runningProduct } from '../server/running-product'
import { type PersonName, sessionFile } from './people'

type Journey = {
  /** A browser of its own, in which a person is signed in; or nobody. */
  readonly as: (who: PersonName | 'nobody') => Promise<Page>
}

/** A journey fails when a page throws or breaks its own content security policy, whatever it looks like. */
export const test = base.extend<Journey>({
  as: async ({ browser }, use) => {
    const contexts: BrowserContext[] = []
    const mishaps: string[] = []
    await use(async (who) => {
      const context = await browser.newContext({
        baseURL: runningProduct().appUrl,
        reducedMotion: 'reduce',
        viewport: { width: 1440, height: 900 },
        ...(who === 'nobody' ? {} : { storageState: sessionFile(who) }),
      })
      contexts.push(context)
      const page = await context.newPage()
      page.on('pageerror', (error) => mishaps.push(`${page.url()}: ${error.message}`))
      page.on('console', (message) => {
        if (/content security policy/i.test(message.text())) mishaps.push(`${page.url()}: ${message.text()}`)
      })
      return page
    })
    await Promise.all(contexts.map((context) => context.close()))
    expect(mishaps).toEqual([])
  },
})
