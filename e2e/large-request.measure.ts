import { expect, type Page } from '@playwright/test'
import { ChangeRequestView, type CheckView } from '@/contracts/change-request'
import { apiPaths, pages } from '@/contracts/paths'
import { aChangeRequest } from './journey/a-change-request'
import { aPlan } from './journey/a-plan'
import { anEvent } from './journey/an-event'
import { rest } from './journey/rest'
import { test } from './journey/test'

const size = 2_000
const names = Array.from({ length: size }, (_, at) => `Event ${String(at).padStart(4, '0')}`)
const properties = (first: object) => ({
  first,
  ...Object.fromEntries(
    Array.from({ length: 20 }, (_, at) => [
      `property_${at}`,
      { type: 'string', description: `Property ${at}` },
    ]),
  ),
})
/** One in seven changes in a way of its own, so that there are nearly 300 decisions. */
const wordsOf = (name: string, at: number) => (at % 7 === 0 ? `${name} was sent, number ${at}.` : '')

test('a request with 2,000 edits opens and scrolls', async ({ as }) => {
  const before = names.map((name) => anEvent(name, properties({ type: 'string' })))
  const after = names.map((name, at) =>
    anEvent(name, properties({ type: 'number' }), { description: wordsOf(name, at) }),
  )
  const plan = await aPlan(before, 'A large plan')
  const started = performance.now()
  await aChangeRequest(plan, 'Five hundred', after.slice(0, 500))
  tell('creating and submitting 500 edits', performance.now() - started)
  const { number } = await aChangeRequest(plan, 'Two thousand', after)
  const path = apiPaths.changeRequest(plan.id, number)
  await expect
    .poll(
      async () => (await rest('admin', 'GET', path, ChangeRequestView)).checks.filter(isUnderWay).map(nameOf),
      { timeout: 400_000, intervals: [5_000] },
    )
    .toEqual([])

  const page = await as('steward')
  await page.goto('/')
  for (const visit of [1, 2, 3])
    await open(page, `${pages.changeRequest(plan.id, number)}?tab=changes`, visit)
  const sections = await page.locator('[data-row]').count()
  tell('sections in the document', sections, '')
  expect(sections).toBeLessThan(60)
  await scroll(page)
})

const isUnderWay = ({ status }: CheckView) => status === 'queued' || status === 'running'
const nameOf = ({ name }: CheckView) => name

const open = async (page: Page, address: string, visit: number) => {
  const begun = performance.now()
  const answer = await page.goto(address, { waitUntil: 'commit' })
  const answered = performance.now() - begun
  // Asked with every frame: `expect` looks after 100, 350 and 850 ms, which would be what is measured.
  await page.waitForFunction(() => {
    const row = document.querySelector('[data-row="0"]')
    return row?.checkVisibility() && row.textContent.includes('has another type')
  })
  const seen = performance.now() - begun
  do await page.keyboard.press('j')
  while (!(await page.evaluate(() => document.activeElement?.hasAttribute('data-row'))))
  const listening = performance.now() - begun
  const size = (await answer?.body())?.length ?? 0
  tell(`visit ${visit}: first byte`, answered)
  tell(`visit ${visit}: first view`, seen)
  tell(`visit ${visit}: listening to keys`, listening)
  tell(`visit ${visit}: document`, size / 1_000, 'kB')
}

/** Through the whole page in three seconds, as a held key does it. */
const scroll = async (page: Page) => {
  const { frames, long, worst } = await page.evaluate(async () => {
    const tasks: number[] = []
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) tasks.push(duration)
    }).observe({ type: 'longtask' })
    const begun = performance.now()
    const times: number[] = []
    await new Promise<void>((resolve) => {
      const next = (now: number) => {
        times.push(now)
        window.scrollBy(0, 240)
        if (now - begun < 3_000) requestAnimationFrame(next)
        else resolve()
      }
      requestAnimationFrame(next)
    })
    const gaps = times.slice(1).map((time, at) => time - (times[at] ?? time))
    return { frames: times.length, long: tasks.map(Math.round), worst: Math.max(...gaps) }
  })
  tell('frames in 3 s of scrolling', frames, '')
  tell('tasks over 50 ms', long.length, '')
  tell('longest of them', Math.max(0, ...long))
  tell('longest gap between frames', worst)
}

const tell = (what: string, value: number, unit = 'ms') =>
  test
    .info()
    .annotations.push({ type: 'measured', description: `${what}: ${Math.round(value)} ${unit}`.trim() })

test.afterEach(() => {
  const lines = test.info().annotations.map(({ description }) => description)
  process.stdout.write(`${lines.join('\n')}\n`)
})
