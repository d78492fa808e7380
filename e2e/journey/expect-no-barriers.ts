import AxeBuilder from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'

// The other rules look at what a theme does not change.
const rulesOfColours = ['color-contrast', 'link-in-text-block']

/** What axe finds on the page as it is now, in both themes: nothing. */
export const expectNoBarriers = async (page: Page, screen: string): Promise<void> => {
  const look = async (colorScheme: 'light' | 'dark', axe: AxeBuilder) => {
    await page.emulateMedia({ colorScheme })
    await expect(page.locator('html')).toHaveClass(new RegExp(`\\b${colorScheme}\\b`))
    // Without this it opens a page of its own for frames, of which there are none here.
    const { violations } = await axe.setLegacyMode().analyze()
    const barriers = violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id} at ${target.join(' ')}: ${failureSummary}`),
    )
    expect.soft(barriers, `${screen}, ${colorScheme}`).toEqual([])
  }
  await look('dark', new AxeBuilder({ page }).withRules(rulesOfColours))
  await look('light', new AxeBuilder({ page }))
}
