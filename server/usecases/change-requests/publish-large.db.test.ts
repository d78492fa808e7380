import { expect, test } from 'vitest'
import { batchSizes } from '@/domain/publish/publish-operations'
import { aRule } from '@/testing/a-rule'
import { edit, openPublishing, schema } from './publishing.cases'

const planSize = 2_000
const names = Array.from({ length: planSize }, (_, at) => `Event ${String(at).padStart(4, '0')}`)
const [changed, renamed, removed, added] = [290, 30, 60, 60]

const edits = [
  ...names.slice(0, changed).map((key) => edit(key, schema('changed'))),
  ...names.slice(changed, changed + renamed).map((key) => edit(key, schema(key), `${key} renamed`)),
  ...names.slice(-removed).map((key) => edit(key, null)),
  ...Array.from({ length: added }, (_, at) => edit(`New ${at}`, schema('new'))),
]

test('440 edits into a plan of 2,000 rules take no more calls than the limits force', async () => {
  const people = await openPublishing()
  const bench = await people.start(names.map((key) => aRule(key, schema(key))))
  try {
    expect(edits).toHaveLength(440)
    const number = await bench.approved(edits)
    const jobId = await bench.claim(number)
    const readBefore = await bench.plan.pagesRead()
    expect(await bench.run(number, jobId)).toMatchObject({ done: { version: 2 } })

    const upserts = changed + renamed + added
    const writes = await bench.plan.writes()
    expect(writes.filter((call) => call.startsWith('PATCH'))).toEqual(['PATCH 200', `PATCH ${upserts - 200}`])
    expect(writes.filter((call) => call === 'DELETE')).toHaveLength(Math.ceil(removed / batchSizes.removals))
    // A whole read counts when two in a row agree: once before the first write, once after the last.
    const pages = (await bench.plan.pagesRead()) - readBefore
    expect(pages).toBe(4 * Math.ceil(planSize / 200))
    expect(Object.keys(await bench.plan.held())).toHaveLength(planSize + added - removed)
  } finally {
    await bench.plan.close()
    await people.close()
  }
})
