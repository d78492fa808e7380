import { expect, type Page } from '@playwright/test'

/** On the page of a change request, as somebody who may: approves it, and publishes what was said would happen. */
export const approveAndPublish = async (
  page: Page,
  { says, version }: { readonly says: string | RegExp; readonly version: number },
): Promise<void> => {
  await page.getByRole('button', { name: 'Review', exact: true }).first().click()
  await page.getByRole('dialog', { name: 'Review' }).getByRole('button', { name: 'Approve' }).click()
  await page.getByRole('button', { name: 'Publish', exact: true }).click()
  const question = page.getByRole('alertdialog', { name: /^Publish to / })
  await expect(question).toContainText(says)
  await question.getByRole('button', { name: 'Publish' }).click()
  await expect(page.getByText(`Published as version ${version}. Segment holds it.`)).toBeVisible({
    timeout: 30_000,
  })
}
