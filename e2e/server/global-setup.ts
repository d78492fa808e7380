import { copyFile, mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { findBrowser } from '@/launch/browser/find-browser'
import { announceProduct } from './running-product'
import { startProduct } from './start-product'

/** One product for the whole run; its log is kept in `test-results/product.log`. */
export default async function globalSetup() {
  const root = join(import.meta.dirname, '..', '..')
  const browser = await findBrowser(root)
  Object.assign(process.env, browser.environment, { CHROMIUM_PATH: browser.executablePath })
  const { stop, kill: _, removeData, ...product } = await startProduct()
  announceProduct(product)
  await liftRateLimits(product.sandboxUrl)
  return async () => {
    await stop()
    await mkdir(join(root, 'test-results'), { recursive: true })
    await copyFile(product.logFile, join(root, 'test-results', 'product.log'))
    await removeData()
  }
}

// Journeys run side by side in one workspace; its limits, which the product keeps, are for one customer.
const liftRateLimits = async (sandboxUrl: string) => {
  const many = 100_000
  const answer = await fetch(`${sandboxUrl}/_sandbox/settings`, {
    method: 'PATCH',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ rateLimits: { perMinute: many, rulesListPerMinute: many } }),
  })
  if (!answer.ok) throw new Error(`The sandbox answered ${answer.status}: ${await answer.text()}`)
}
