import { readFile } from 'node:fs/promises'
import { expect } from '@playwright/test'
import { test } from './journey/test'
import { type StartedProduct, startProduct } from './server/start-product'

// It starts a product of its own, that nobody has come to before.
test.setTimeout(300_000)

let product: StartedProduct

test.beforeAll(async () => {
  product = await startProduct({ administrator: 'by link' })
})

test.afterAll(async () => {
  await product.stop()
  await product.removeData()
})

test('the link that the first start prints makes the administrator, once', async ({ as }) => {
  const printed = await readFile(product.logFile, 'utf8')
  const link = /administrator \(works once\): (\S+)/.exec(printed)?.[1] ?? ''
  const [email, password] = ['first@example.com', 'correct horse battery']

  const page = await as('nobody')
  await page.goto(link)
  await expect(page.getByRole('heading', { name: 'Set up Plumbline' })).toBeVisible()
  await page.getByLabel('Your name').fill('First Administrator')
  await page.getByLabel('Email').fill(email)
  await page.getByLabel('Password').fill('short')
  await page.getByRole('button', { name: 'Create the administrator' }).click()
  await expect(page.getByText('Use at least 12 characters.')).toBeVisible()
  await page.getByLabel('Password').fill(password)
  await page.getByRole('button', { name: 'Create the administrator' }).click()
  await expect(page.getByRole('heading', { name: 'Overview' })).toBeVisible()

  await page.getByRole('button', { name: 'Signed in as First Administrator' }).click()
  await page.getByRole('menuitem', { name: 'Sign out' }).click()
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible()
  await page.goto(`${product.appUrl}/settings/members`)
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible()

  await page.getByLabel('Email').fill(email)
  await page.getByLabel('Password').fill('not the password')
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page.getByText('Email or password is wrong.')).toBeVisible()
  await page.getByLabel('Password').fill(password)
  await page.getByRole('button', { name: 'Sign in' }).click()
  // Where one wanted to go before one had to sign in.
  await expect(page.getByRole('heading', { name: 'Members' })).toBeVisible()

  const somebodyElse = await as('nobody')
  await somebodyElse.goto(link)
  await expect(somebodyElse.getByRole('heading', { name: 'This link does not work any more' })).toBeVisible()
})
