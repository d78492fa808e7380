import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect } from '@playwright/test'
import { build } from 'esbuild'
import { pages } from '@/contracts/paths'
import { aCollectedSource } from './journey/a-collected-source'
import { aPlan } from './journey/a-plan'
import { anEvent } from './journey/an-event'
import { expectNoBarriers } from './journey/expect-no-barriers'
import { test } from './journey/test'
import { runningProduct } from './server/running-product'

/** A page of somebody's app, on an origin of its own, with the real library in it. */
const anApp = async () => {
  const { outputFiles } = await build({
    stdin: {
      contents: `import { AnalyticsBrowser } from '@segment/analytics-next'; window.AnalyticsBrowser = AnalyticsBrowser`,
      resolveDir: process.cwd(),
    },
    bundle: true,
    write: false,
    format: 'iife',
    target: 'es2020',
    define: { 'process.env.NODE_ENV': '"production"', global: 'window' },
  })
  const script = outputFiles[0]?.text ?? ''
  const server = createServer((request, response) => {
    const isScript = request.url === '/library.js'
    response.writeHead(200, { 'content-type': isScript ? 'text/javascript' : 'text/html' })
    response.end(
      isScript
        ? script
        : '<!doctype html><html lang="en"><title>An app</title><script src="/library.js"></script>',
    )
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}/`,
    close: () => new Promise<void>((closed) => server.close(() => closed())),
  }
}

test('calls of @segment/analytics-next in a browser show in the debugger as they are sent, judged', async ({
  as,
}) => {
  const plan = await aPlan(
    [anEvent('Order Completed', { total: { type: 'number' } }, { required: ['total'] })],
    'A plan with a debugger',
  )
  const { endpointId, writeKey } = await aCollectedSource(plan)
  const app = await anApp()
  const [visitor, author] = [await as('nobody'), await as('author')]

  await test.step('before the first call it says how to point a library here', async () => {
    await author.goto(pages.debugger({ source: endpointId }))
    await expect(author.getByRole('heading', { name: 'Point a library here' })).toBeVisible()
    await expectNoBarriers(author, 'debugger, empty')
  })

  await test.step('the library is loaded, told its settings, and sends', async () => {
    await visitor.goto(app.url)
    const sent = await visitor.evaluate(
      async ({ key, origin }) => {
        const { AnalyticsBrowser } = window as unknown as {
          AnalyticsBrowser: {
            load: (
              settings: object,
              options: object,
            ) => {
              track: (event: string, properties: object) => Promise<{ event: { messageId: string } }>
              identify: (id: string, traits: object) => Promise<unknown>
            }
          }
        }
        const { host, protocol } = new URL(origin)
        const analytics = AnalyticsBrowser.load(
          { writeKey: key, cdnURL: origin },
          {
            integrations: { 'Segment.io': { apiHost: `${host}/v1`, protocol: protocol.replace(':', '') } },
          },
        )
        await analytics.identify('jane@acme.com', { plan: 'pro' })
        await analytics.track('Order Completed', { total: 12 })
        await analytics.track('Order Completed', { total: 'twelve', email: 'jane@acme.com' })
        return 'sent'
      },
      { key: writeKey, origin: runningProduct().appUrl },
    )
    expect(sent).toBe('sent')
  })

  await test.step('each call shows, valid or not and why, without personal data', async () => {
    const calls = author.getByRole('table', { name: 'Calls' })
    const invalid = calls.getByRole('row').filter({ hasText: 'not valid' })
    await expect(invalid.filter({ hasText: 'Order Completed' })).toHaveCount(1, { timeout: 20_000 })
    await expect(calls.getByRole('row').filter({ hasText: 'Order Completed' })).toHaveCount(2)
    await invalid.getByRole('link', { name: 'Order Completed' }).click()
    const whole = author.getByRole('article', { name: 'Call Order Completed' })
    await expect(whole).toContainText('Invalid type. Expected: number, given: string')
    await expect(whole).not.toContainText('jane')
    await expectNoBarriers(author, 'debugger')
    await whole.getByRole('link', { name: 'The violation' }).first().click()
    await expect(author.getByRole('heading', { level: 1, name: 'Order Completed' })).toBeVisible()
  })
  await app.close()
})
