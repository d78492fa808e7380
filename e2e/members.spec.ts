import { expect, type Page } from '@playwright/test'
import { apiPaths, pages } from '@/contracts/paths'
import { MemberInvited } from '@/contracts/person'
import { choose } from './journey/choose'
import { rest } from './journey/rest'
import { test } from './journey/test'
import { runningProduct } from './server/running-product'

const password = 'a password for the journey'

const accept = async (page: Page, inviteUrl: string) => {
  await page.goto(inviteUrl)
  await page.getByLabel('Password').fill(password)
  await page.getByRole('button', { name: 'Set password and sign in' }).click()
  await expect(page.getByRole('heading', { name: 'Overview' })).toBeVisible()
}

test('somebody is invited, comes in, gets another role, and is removed', async ({ as }) => {
  const [admin, newcomer] = [await as('admin'), await as('nobody')]
  await admin.goto(pages.settings('members'))
  await admin.getByRole('button', { name: 'Invite', exact: true }).click()
  const dialog = admin.getByRole('dialog', { name: 'Invite somebody' })
  await dialog.getByLabel('Name').fill('Test Newcomer')
  await dialog.getByLabel('Email').fill('newcomer@example.com')
  await choose(admin, 'Role', 'Viewer')
  await dialog.getByRole('button', { name: 'Make the link' }).click()
  const link = admin.getByRole('dialog', { name: 'Test Newcomer is invited' })
  const inviteUrl = (await link.getByRole('code').textContent()) ?? ''
  await link.getByRole('button', { name: 'Done' }).click()
  const row = admin.getByRole('row', { name: /newcomer@example\.com/ })
  await expect(row).toContainText('Invited')

  await accept(newcomer, inviteUrl)
  await newcomer.goto(pages.settings('members'))
  await expect(newcomer.getByRole('row', { name: /newcomer@example\.com/ })).toContainText('Viewer')
  await expect(newcomer.getByRole('button', { name: 'Invite', exact: true })).toHaveCount(0)
  await newcomer.goto(pages.settings('audit'))
  await expect(newcomer.getByRole('heading', { name: 'Audit log' })).toBeVisible()
  await expect(newcomer.getByRole('button', { name: 'Verify' })).toHaveCount(0)

  await admin.reload()
  await expect(row).toContainText('Active')
  await choose(admin, 'Role of Test Newcomer', 'Admin')
  await expect(admin.getByText('Test Newcomer is admin from now on')).toBeVisible()
  // A changed role counts from the next request on.
  await newcomer.reload()
  await newcomer.getByRole('button', { name: 'Verify' }).click()
  await expect(newcomer.getByText(/^Intact: [\d,]+ entries\.$/)).toBeVisible()

  await admin.getByRole('button', { name: 'Remove Test Newcomer' }).click()
  await admin.getByRole('alertdialog').getByRole('button', { name: 'Remove', exact: true }).click()
  await expect(admin.getByText('Test Newcomer has no access any more')).toBeVisible()
  await expect(row).toHaveCount(0)
  await newcomer.goto(pages.overview())
  await expect(newcomer.getByRole('heading', { name: 'Sign in' })).toBeVisible()
})

test('a token does what it was made for, until it is revoked', async ({ as }) => {
  const author = await as('author')
  await author.goto(pages.settings('tokens'))
  await author.getByRole('button', { name: 'New token' }).click()
  const dialog = author.getByRole('dialog')
  await dialog.getByLabel('Name').fill('Only to read')
  await dialog.getByRole('button', { name: 'Make the token' }).click()
  await expect(dialog.getByRole('heading', { name: 'Only to read is made' })).toBeVisible()
  const token = (await dialog.getByRole('code').first().textContent()) ?? ''
  await dialog.getByRole('button', { name: 'Done' }).click()

  const ask = (method: string, path: string) =>
    fetch(`${runningProduct().appUrl}${path}`, { method, headers: { authorization: `Bearer ${token}` } })
  expect((await ask('GET', apiPaths.plans())).status).toBe(200)
  expect((await ask('POST', `${apiPaths.plan('tp_none')}/sync`)).status).toBe(403)

  await author.getByRole('button', { name: 'Revoke Only to read' }).click()
  await author.getByRole('alertdialog').getByRole('button', { name: 'Revoke' }).click()
  await expect(author.getByText('Only to read is revoked')).toBeVisible()
  expect((await ask('GET', apiPaths.plans())).status).toBe(401)
})

test('a changed password ends the sessions elsewhere', async ({ as }) => {
  const { inviteUrl } = await rest('admin', 'POST', apiPaths.members(), MemberInvited, {
    name: 'Test Careful',
    email: 'careful@example.com',
    role: 'contributor',
  })
  const [here, elsewhere] = [await as('nobody'), await as('nobody')]
  await accept(here, inviteUrl)
  const signIn = async (with_: string) => {
    await elsewhere.getByLabel('Email').fill('careful@example.com')
    await elsewhere.getByLabel('Password').fill(with_)
    await elsewhere.getByRole('button', { name: 'Sign in' }).click()
  }
  await elsewhere.goto(pages.overview())
  await signIn(password)
  await expect(elsewhere.getByRole('heading', { name: 'Overview' })).toBeVisible()

  await here.goto(pages.settings('account'))
  await expect(here.getByRole('list', { name: 'Sessions' }).getByRole('listitem')).toHaveCount(2)
  await here.getByLabel('Current password').fill('not the password')
  await here.getByLabel('New password').fill('another password altogether')
  await here.getByRole('button', { name: 'Change the password' }).click()
  await expect(here.getByText('This is not your current password.')).toBeVisible()
  await here.getByLabel('Current password').fill(password)
  await here.getByRole('button', { name: 'Change the password' }).click()
  await expect(here.getByText('Your password is changed')).toBeVisible()
  await expect(here.getByRole('list', { name: 'Sessions' }).getByRole('listitem')).toHaveCount(1)

  await elsewhere.reload()
  await expect(elsewhere.getByRole('heading', { name: 'Sign in' })).toBeVisible()
  await signIn(password)
  await expect(elsewhere.getByText('Email or password is wrong.')).toBeVisible()
  await signIn('another password altogether')
  await expect(elsewhere.getByRole('heading', { name: 'Overview' })).toBeVisible()
})
