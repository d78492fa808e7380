import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { composition } from '@/app/_entry/composition'
import { type Composition, compose } from '@/server/compose'
import { readRunningSettings } from '@/server/settings/running-settings'
import { mintToken } from '@/server/usecases/people/mint-token'
import { createTestDatabase, type TestDatabase } from '@/testing/database'
import { POST as auth } from './auth/[...all]/route'
import { GET as me } from './v1/me/route'

const shared = globalThis as { plumblineComposition?: Composition | undefined }
const origin = 'http://127.0.0.1:3000'
const password = 'printed at the start'
let database: TestDatabase
let token: string

beforeAll(async () => {
  database = await createTestDatabase()
  process.env.DATABASE_URL = database.url
  process.env.SECRET_KEY = randomBytes(32).toString('base64')
  const ctx = composition().contextFor({ kind: 'system', personId: null, name: 'Test' })
  const id = ctx.newId()
  const hash = await ctx.passwords.hash(password)
  await ctx.transaction(async ({ people, credentials }) => {
    await people.add({ id, name: 'Demo', email: 'steward@demo.invalid', role: 'steward', demo: true })
    await credentials.setPassword(id, hash, ctx.now())
  })
  const person = composition().contextFor({ kind: 'person', personId: id, name: 'Demo', role: 'steward' })
  token = (await mintToken(person, { id, name: 'demo' })).token
})

afterAll(async () => {
  await composition().close()
  await database.drop()
})

const signIn = () =>
  auth(
    new Request(`${origin}/api/auth/sign-in/email`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Origin: origin },
      body: JSON.stringify({ email: 'steward@demo.invalid', password }),
    }),
  )

const statusOfMe = async (headers: Record<string, string>) =>
  (await me(new Request(`${origin}/api/v1/me`, { headers }), { params: Promise.resolve(undefined) })).status

test('demo people act on loopback, and neither password, session nor token of theirs opens anything elsewhere', async () => {
  const signedIn = await signIn()
  expect(signedIn.status).toBe(200)
  const Cookie = signedIn.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ')
  const Authorization = `Bearer ${token}`
  expect(await statusOfMe({ Cookie })).toBe(200)
  expect(await statusOfMe({ Authorization })).toBe(200)

  await composition().close()
  const settings = { ...process.env, HOST: '0.0.0.0', APP_URL: origin }
  shared.plumblineComposition = compose(readRunningSettings(settings))
  expect((await signIn()).status).toBe(401)
  expect(await statusOfMe({ Cookie })).toBe(401)
  expect(await statusOfMe({ Authorization })).toBe(401)
})
