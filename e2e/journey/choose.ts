import type { Page } from '@playwright/test'

/** Chooses an option of a select box, both by their visible names. */
export const choose = async (page: Page, box: string, option: string): Promise<void> => {
  await page.getByRole('combobox', { name: box, exact: true }).click()
  await page.getByRole('option', { name: option }).first().click()
}
