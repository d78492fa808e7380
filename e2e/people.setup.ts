import { writeFile } from 'node:fs/promises'
import { expect } from '@playwright/test'
import { apiPaths, pages } from '@/contracts/paths'
import { MemberInvited, TokenMinted } from '@/contracts/person'
import { invited, sessionFile, tokenFile } from './journey/people'
import { rest } from './journey/rest'
import { test } from './journey/test'
import { runningProduct } from './server/running-product'

test('the administrator of the environment signs in', async ({ as }) => {
  const { adminEmail, adminPassword } = runningProduct()
  const page = await as('nobody')
  await page.goto(pages.overview())
  await page.getByLabel('Email').fill(adminEmail)
  await page.getByLabel('Password').fill(adminPassword)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page.getByRole('heading', { name: 'Overview' })).toBeVisible()
  await page.context().storageState({ path: sessionFile('admin') })
})

for (const who of ['author', 'steward', 'viewer'] as const) {
  const { name, email, role } = invited[who]
  test(`${name} is invited as ${role}, chooses a password and is signed in`, async ({ as }) => {
    const { id, inviteUrl } = await rest('admin', 'POST', apiPaths.members(), MemberInvited, {
      name,
      email,
      role,
    })
    const page = await as('nobody')
    await page.goto(inviteUrl)
    await expect(page.getByRole('heading', { name: `Welcome, ${name}` })).toBeVisible()
    await page.getByLabel('Password').fill(`the password of the ${who}`)
    await page.getByRole('button', { name: 'Set password and sign in' }).click()
    await expect(page.getByRole('heading', { name: 'Overview' })).toBeVisible()
    await page.context().storageState({ path: sessionFile(who) })
    const minted = await rest('admin', 'POST', apiPaths.tokens(id), TokenMinted, { name: 'Journeys' })
    await writeFile(tokenFile(who), minted.token, { mode: 0o600 })
  })
}
