import { afterAll, beforeAll, expect, test } from 'vitest'
import type { JsonObject } from '@/domain/plan/json'
import { failureOf } from '@/testing/sandbox-world'
import {
  edit,
  everyKind,
  openPublishing,
  type Publishing,
  type StartedPlan,
  schema,
} from '../change-requests/publishing.cases'
import { resumePublish } from '../change-requests/resume-publish'
import { readEvidence } from './read-evidence'
import { verifyEvidence } from './verify-evidence'

let people: Publishing
let bench: StartedPlan
let file: string
beforeAll(async () => {
  people = await openPublishing()
  bench = await people.start()
  // The first try is refused half-way, so that two jobs have sent something.
  const body = { errors: [{ type: 'input-validation', message: 'no removals' }] }
  await bench.plan.arm({ do: 'status', status: 422, body, match: { method: 'DELETE' } })
  const number = await bench.approved([...everyKind, edit('Wish Added', { ...schema('added'), title: '💡' })])
  const refused = await bench.claim(number)
  await bench.run(number, refused)
  await bench.jobEnds(refused)
  const { jobId } = await resumePublish(people.steward, bench.name(number))
  await bench.run(number, jobId)
  file = (await readEvidence(people.world.ctx, bench.name(number))).body
})
afterAll(async () => {
  await bench.plan.close()
  await people.close()
})

const verified = (text: string, ctx = people.author) => verifyEvidence(ctx, { file: text })

test('the file holds what was decided on, who approved which hash, what was sent and what was read back', async () => {
  const evidence = JSON.parse(file)
  expect(evidence).toMatchObject({
    format: 'plumbline-evidence/1',
    changeRequest: { number: 1, title: 'Change things', base: 1, version: 2, author: { name: 'Ann Author' } },
    reviews: [{ by: { name: 'Sue Steward' }, verdict: 'approve' }],
    publish: {
      readBack: { version: 2, readBack: { rules: 5, hash: expect.stringMatching(/^[0-9a-f]{64}$/) } },
    },
  })
  const hashes = evidence.edits.map(({ hash }: JsonObject) => hash)
  expect(hashes).toHaveLength(5)
  expect(evidence.reviews[0].covers.map(({ hash }: JsonObject) => hash).sort()).toEqual(hashes.sort())
  expect(evidence.changes.find(({ kind }: JsonObject) => kind === 'rule-removed')).toHaveProperty('senders')
  expect(evidence.checks.map(({ name }: JsonObject) => name)).toContain('compatibility')
  expect(evidence.publish.batches.map(({ kind, error }: JsonObject) => [kind, error === null])).toEqual([
    ['upsert', true],
    ['remove', false],
    ['remove', true],
  ])
  expect(evidence.audit.entries.map(({ action }: JsonObject) => action)).toEqual(
    expect.arrayContaining([
      'change-request-reviewed',
      'publish-started',
      'publish-failed',
      'publish-succeeded',
    ]),
  )
})

test('it is verified as it is and laid out anew, by anybody who may read requests', async () => {
  const valid = { valid: true, reason: null, auditIntact: true }
  expect(await verified(file)).toEqual(valid)
  expect(await verified(JSON.stringify(JSON.parse(file)), await people.world.as('viewer'))).toEqual(valid)
})

test('one byte changed anywhere is refused', async () => {
  const text = JSON.stringify(JSON.parse(file))
  const bytes = Buffer.from(text)
  for (let at = 0; at < bytes.length; at += 1 + Math.floor(bytes.length / 400)) {
    const changed = Buffer.from(bytes)
    // Stays a digit or a letter where it was one, so that most files can still be read.
    changed[at] = (bytes[at] ?? 0) ^ 1
    expect(await verified(changed.toString()), `byte ${at}`).toMatchObject({ valid: false })
  }
})

test('what was left out, put in, or signed elsewhere is refused with the reason', async () => {
  const evidence = JSON.parse(file)
  const told = async (document: unknown) => (await verified(JSON.stringify(document))).reason
  const { checks: _, ...without } = evidence
  expect(await told(without)).toMatch(/changed/)
  expect(await told({ ...evidence, note: 'approved by the board' })).toMatch(/changed/)
  expect(await told({ ...evidence, reviews: [...evidence.reviews, ...evidence.reviews] })).toMatch(/changed/)
  expect(await told({ ...evidence, signature: { ...evidence.signature, publicKey: 'other' } })).toMatch(
    /another installation/,
  )
  for (const none of ['', '{', '[]', 'null', '{"rules":[]}'])
    expect(await verified(none)).toMatchObject({ valid: false, reason: 'This is no file of evidence.' })
})

test('there is none before the request is published', async () => {
  const number = await bench.approved([edit('Cart Viewed', schema('back'))])
  expect(await failureOf(readEvidence(people.author, bench.name(number)))).toMatchObject({
    code: 'wrong-state',
    status: 'approved',
  })
})
