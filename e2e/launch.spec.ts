import { connect } from 'node:net'
import { expect, test } from '@playwright/test'
import { runningPostgresUrl } from '@/launch/postgres/start-postgres.mjs'
import { type StartedProduct, startProduct } from './server/start-product'

// Each starts the whole product, some more than once.
test.setTimeout(300_000)

let product: StartedProduct

test.beforeEach(async () => {
  product = await startProduct()
})

test.afterEach(async () => {
  await product.stop()
  await product.removeData()
})

const isListening = (address: string) =>
  new Promise<boolean>((resolve) => {
    const { hostname, port } = new URL(address)
    const socket = connect(Number(port), hostname, () => resolve(true))
    socket.once('connect', () => socket.destroy()).once('error', () => resolve(false))
  })

const whatRuns = async ({ appUrl, sandboxUrl, dataDir }: StartedProduct) => ({
  web: await isListening(appUrl),
  sandbox: await isListening(sandboxUrl),
  database: runningPostgresUrl(dataDir) !== null,
})

const everything = { web: true, sandbox: true, database: true }
const nothing = { web: false, sandbox: false, database: false }

const whoAmI = async ({ appUrl, adminToken }: StartedProduct) => {
  const answer = await fetch(`${appUrl}/api/v1/me`, { headers: { authorization: `Bearer ${adminToken}` } })
  return answer.json()
}

test('SIGTERM ends everything that was started, and the next start has the same people', async () => {
  const before = await whoAmI(product)
  expect(before).toMatchObject({ email: product.adminEmail, role: 'admin' })
  expect(await whatRuns(product)).toEqual(everything)
  await product.stop()
  expect(await whatRuns(product)).toEqual(nothing)
  product = await startProduct({ again: product })
  expect(await whoAmI(product)).toEqual(before)
})

test('a launcher that is killed leaves nothing running, and the next start works', async () => {
  await product.kill()
  await expect.poll(() => whatRuns(product), { timeout: 30_000 }).toEqual(nothing)
  product = await startProduct({ again: product })
  expect(await whatRuns(product)).toEqual(everything)
})
