import { expect, type Page } from '@playwright/test'
import { z } from 'zod'
import { EndpointCreated } from '@/contracts/endpoint'
import { JobStarted } from '@/contracts/job'
import { listOf } from '@/contracts/listing'
import { apiPaths, pages } from '@/contracts/paths'
import { MemberInvited } from '@/contracts/person'
import { ViolationView } from '@/contracts/violation'
import { aChangeRequest, approvedAndPublished } from './journey/a-change-request'
import { aCollectedSource } from './journey/a-collected-source'
import { aPlan } from './journey/a-plan'
import { aSendingSource } from './journey/a-sending-source'
import { anEvent } from './journey/an-event'
import { expectNoBarriers } from './journey/expect-no-barriers'
import { rest } from './journey/rest'
import { segment } from './journey/segment'
import { test } from './journey/test'
import { untilDone } from './journey/until-done'
import { runningProduct } from './server/running-product'

const text = { type: 'string', description: 'Text' }
const number = { type: 'number', description: 'Number' }
const completed = anEvent(
  'Order Completed',
  {
    order_id: text,
    status: { type: 'string', enum: ['open', 'paid'] },
    address: { type: 'object', properties: { city: text } },
  },
  { required: ['order_id'], description: 'An order was paid.' },
)
const refunded = anEvent('Order Refunded', { order_id: text })
const withReason = anEvent('Order Refunded', { order_id: text, reason: text })

// Every screen is looked at twice.
test.setTimeout(240_000)

const heading = (page: Page, name: string | RegExp) =>
  expect(page.getByRole('heading', { level: 1, name })).toBeVisible()

test('nobody is kept out of a plan: its catalog, versions and drift', async ({ as }) => {
  const plan = await aPlan([completed, refunded])
  await approvedAndPublished(await aChangeRequest(plan, 'Say why', [withReason]))
  const page = await as('steward')

  await page.goto(pages.catalog(plan.id))
  await expect(page.getByRole('link', { name: 'Order Refunded' })).toBeVisible()
  await expectNoBarriers(page, 'catalog')
  await page.getByRole('button', { name: 'New event' }).click()
  await expect(page.getByRole('dialog', { name: 'New event' })).toBeVisible()
  await expectNoBarriers(page, 'new event')

  await page.goto(pages.versions(plan.id))
  await heading(page, 'Versions')
  await expectNoBarriers(page, 'versions')

  await segment.load(plan.segmentId, plan.name, [completed, refunded])
  const { jobId } = await rest('steward', 'POST', `${apiPaths.plan(plan.id)}/sync`, JobStarted)
  await untilDone(jobId)
  await page.goto(pages.drift(plan.id))
  await page.getByRole('button', { name: 'Publish ours again' }).click()
  await expectNoBarriers(page, 'drift')
})

test('nor out of an event, to read it and to change it', async ({ as }) => {
  const plan = await aPlan([completed, refunded])
  await approvedAndPublished(await aChangeRequest(plan, 'Say why', [withReason]))
  const page = await as('author')
  const event = (at: object) => pages.rule(plan.id, { type: 'TRACK', key: 'Order Completed' }, at)

  await page.goto(event({}))
  await heading(page, 'Order Completed')
  await expectNoBarriers(page, 'event')
  await page.getByRole('button', { name: 'JSON', exact: true }).click()
  await expect(page.getByRole('textbox', { name: 'Schema as JSON, read only' })).toBeVisible()
  await expectNoBarriers(page, 'event as JSON')
  await page.goto(event({ tab: 'history', v: 1 }))
  await expect(page.getByText('You are looking at version 1 of 2.')).toBeVisible()
  await expectNoBarriers(page, 'history of an event in the past')
  await page.goto(event({ propose: 'new' }))
  await page.getByRole('button', { name: 'Add a property', exact: true }).click()
  await page.getByRole('button', { name: 'Values of status' }).click()
  await expect(page.getByRole('dialog', { name: 'Values of status' })).toBeVisible()
  await expectNoBarriers(page, 'proposing a change')
})

test('nor out of a change request: list, conversation, changes, checks, conflicts, review, publish', async ({
  as,
}) => {
  const plan = await aPlan([completed, refunded])
  const [first, second, third] = [
    await aChangeRequest(plan, 'Say why', [withReason]),
    await aChangeRequest(plan, 'Say why in a number', [
      anEvent('Order Refunded', { order_id: text, reason: number }),
    ]),
    await aChangeRequest(plan, 'Any status', [anEvent('Order Completed', { order_id: text, status: text })]),
  ]
  await approvedAndPublished(first)
  const page = await as('steward')

  await page.goto(pages.changeRequests())
  await heading(page, 'Change requests')
  await expect(page.getByRole('list', { name: 'Change requests' })).toBeVisible()
  await expectNoBarriers(page, 'change requests')

  await page.goto(pages.changeRequest(plan.id, second.number))
  await expect(page.getByRole('heading', { name: 'One rule changed in the plan as well.' })).toBeVisible()
  await expectNoBarriers(page, 'conflicts')
  await page.getByRole('tab', { name: 'Checks' }).click()
  await expect(page.getByRole('list', { name: 'Checks' })).toBeVisible()
  await expectNoBarriers(page, 'checks')

  await page.goto(pages.changeRequest(plan.id, third.number))
  await page.getByRole('tab', { name: 'Changes' }).click()
  await page.getByRole('button', { name: 'Raw diff of Order Completed' }).click()
  await expectNoBarriers(page, 'changes')
  await page.getByRole('button', { name: 'Bring it up to date' }).first().click()
  await expect(page.getByRole('button', { name: 'Bring it up to date' })).toHaveCount(0)
  await page.getByRole('button', { name: 'Review', exact: true }).first().click()
  await page.getByRole('dialog', { name: 'Review' }).getByRole('button', { name: 'Ask for changes' }).click()
  await expectNoBarriers(page, 'review')
  await page.getByRole('dialog', { name: 'Review' }).getByRole('button', { name: 'Approve' }).click()
  await page.getByRole('button', { name: 'Publish', exact: true }).click()
  await expect(page.getByRole('list', { name: 'What will be written' })).toBeVisible()
  await expectNoBarriers(page, 'publish')

  await page.goto(pages.changeRequest(plan.id, first.number))
  await expect(page.getByText('Published as version 2. Segment holds it.')).toBeVisible()
  await expectNoBarriers(page, 'published')
})

test('nor out of what a change request does to recorded calls', async ({ as }) => {
  const plan = await aPlan([completed])
  const { writeKey } = await aCollectedSource(plan)
  const batch = ['open', 'paid', 'lost'].map((status, at) => ({
    type: 'track',
    event: 'Order Completed',
    userId: 'u1',
    messageId: `${plan.id}-${at}`,
    properties: { order_id: 'o1', status },
  }))
  const { status } = await fetch(`${runningProduct().appUrl}/v1/batch`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ writeKey, batch }),
  })
  expect(status).toBe(200)
  // One call is fixed, one breaks, one stays as it is.
  const request = await aChangeRequest(plan, 'Lost instead of open', [
    anEvent(
      'Order Completed',
      { order_id: text, status: { type: 'string', enum: ['paid', 'lost'] } },
      { required: ['order_id'], description: 'An order was paid.' },
    ),
  ])
  const page = await as('steward')
  await page.goto(pages.changeRequest(plan.id, request.number))
  await page.getByRole('tab', { name: 'Impact' }).click()
  await expect(page.getByText(/^3 recorded calls, which stand for/)).toBeVisible({ timeout: 30_000 })
  const samples = page.getByRole('list', { name: 'Samples' })
  await expect(samples.getByText('No longer broken:')).toHaveCount(1)
  await samples.locator('summary').first().click()
  await expectNoBarriers(page, 'impact')
})

test('nor from the overview, jobs and settings', async ({ as }) => {
  const page = await as('admin')
  const screens = [
    [pages.overview(), 'Overview'],
    [pages.insights(), 'Insights'],
    [pages.jobs(), 'Jobs'],
    [pages.settings('workspaces'), 'Workspaces'],
    [pages.settings('policies'), 'Policy'],
    [pages.sources(), 'Sources'],
    [pages.debugger(), 'Debugger'],
    [pages.dynamicNames(), 'Names that carry a value'],
    [pages.settings('lint'), 'Lint'],
    [pages.settings('traffic'), 'Recorded traffic'],
    [pages.settings('alerts'), 'Alerts'],
    [pages.settings('members'), 'Members'],
    [pages.settings('tokens'), 'API tokens'],
    [pages.settings('endpoints'), 'Webhooks'],
    [pages.settings('account'), 'Account'],
    [pages.settings('audit'), 'Audit log'],
  ] as const
  for (const [path, name] of screens) {
    await page.goto(path)
    await heading(page, name)
    await expectNoBarriers(page, name)
  }
})

test('nor from what opens over a screen', async ({ as }) => {
  const page = await as('admin')
  await page.goto(pages.settings('workspaces'))
  await page.getByRole('button', { name: 'Connect a workspace' }).click()
  await expectNoBarriers(page, 'connect a workspace')
  await page.goto(pages.settings('tokens'))
  await page.getByRole('button', { name: 'New token' }).click()
  await expect(page.getByRole('dialog')).toBeVisible()
  await expectNoBarriers(page, 'new token')
  await page.keyboard.press('Escape')
  await page.goto(pages.settings('alerts'))
  await page.getByRole('button', { name: 'New rule' }).click()
  await expect(page.getByRole('dialog')).toBeVisible()
  await expectNoBarriers(page, 'new alert rule')
  await page.keyboard.press('Escape')
  await page.keyboard.press('?')
  await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible()
  await expectNoBarriers(page, 'keys')
  await page.keyboard.press('Escape')
  await page.keyboard.press('ControlOrMeta+k')
  await expect(page.getByRole('option').first()).toBeVisible()
  await expectNoBarriers(page, 'search')
})

test('nor from a violation', async ({ as }) => {
  const plan = await aPlan([completed])
  const workspace = plan.workspace.id
  const endpoint = await rest('admin', 'POST', apiPaths.endpoints(), EndpointCreated, {
    kind: 'violations',
    workspace,
  })
  const app = await aSendingSource(plan, endpoint)
  await app.track('Order Completed', {}, '1.0.0')
  const seen = () => rest('viewer', 'GET', apiPaths.violations({ plan: plan.id }), listOf(ViolationView))
  await expect.poll(async () => (await seen()).data.length, { timeout: 20_000 }).toBe(1)
  const id = z.string().parse((await seen()).data[0]?.id)

  const page = await as('viewer')
  await page.goto(pages.violations())
  await expect(page.getByRole('table', { name: 'Violations' })).toBeVisible()
  await expectNoBarriers(page, 'violations')
  await page.goto(pages.violation(id))
  await expect(page.getByRole('figure', { name: /^Violations per hour/ })).toBeVisible()
  await expectNoBarriers(page, 'violation')
})

test('nor before one is signed in', async ({ as }) => {
  const page = await as('nobody')
  await page.goto(pages.signIn())
  await heading(page, 'Sign in')
  await expectNoBarriers(page, 'sign in')
  const { inviteUrl } = await rest('admin', 'POST', apiPaths.members(), MemberInvited, {
    name: 'Test Guest',
    email: 'guest@example.com',
    role: 'viewer',
  })
  await page.goto(inviteUrl)
  await heading(page, 'Welcome, Test Guest')
  await expectNoBarriers(page, 'welcome')
  await page.goto(pages.welcome('used'))
  await heading(page, 'This link does not work any more')
  await expectNoBarriers(page, 'a link that does not work')
})
