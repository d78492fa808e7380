import { expect, test } from 'vitest'
import { failureOf } from '@/testing/sandbox-world'
import { edit, schema } from '../change-requests/publishing.cases'
import { resolveConflicts } from '../change-requests/resolve-conflicts'
import { saveEdits } from '../change-requests/save-edits'
import { updateChangeRequest } from '../change-requests/update-change-request'
import {
  approve,
  development,
  heldBy,
  line,
  people,
  production,
  promoteAndPublish,
  promoteAndPublishFirst,
  promoteAs,
  publish,
  publishEdits,
  withLine,
} from './promotion.cases'

withLine()

test('what both changed at one place is settled in the request, and nothing of either is lost before', async () => {
  await promoteAndPublishFirst()
  await publishEdits(production, [edit('Order Completed', schema('As production says'))])
  await publishEdits(development, [edit('Order Completed', schema('Three'))])

  const view = await promoteAs()
  expect(view).toMatchObject({
    status: 'draft',
    edits: [{ key: 'Order Completed', before: { description: 'Two' }, after: { description: 'Three' } }],
    conflicts: [{ schemaPointer: '/description', base: 'Two', ours: 'Three', theirs: 'As production says' }],
    can: { update: true, publish: false },
  })
  expect(view.gates.map(({ code }) => code)).toEqual(
    expect.arrayContaining(['conflicts', 'out-of-date', 'approvals-missing']),
  )
  expect(await failureOf(updateChangeRequest(people.author, production.name(view.number)))).toMatchObject({
    code: 'conflicted',
  })
  // More is written while the conflict is open: the edit still begins on what both held.
  const edited = await saveEdits(people.author, {
    ...production.name(view.number),
    fingerprint: view.fingerprint,
    edits: [edit('Order Completed', schema('Three')), edit('Left As It Is', schema('Left, with a word'))],
  })
  expect(edited).toMatchObject({
    edits: [{ before: { description: 'Two' } }, { key: 'Left As It Is' }],
    conflicts: [{ theirs: 'As production says' }],
  })
  const settled = await resolveConflicts(people.author, {
    ...production.name(view.number),
    fingerprint: edited.fingerprint,
    choices: [{ rule: { type: 'TRACK', key: 'Order Completed', version: 1 }, take: 'ours' }],
  })
  expect(settled).toMatchObject({
    conflicts: [],
    edits: [
      {
        key: 'Order Completed',
        before: { description: 'As production says' },
        after: { description: 'Three' },
      },
      { key: 'Left As It Is' },
    ],
    can: { update: false },
  })
  expect(settled.gates.map(({ code }) => code)).not.toContain('out-of-date')
  await publish(production, await approve(settled))
  expect(await heldBy(production)).toMatchObject({
    'Order Completed': 'Three',
    'Left As It Is': 'Left, with a word',
  })
  expect((await line())[1]).toMatchObject({ promoted: 3, behind: 0 })
})

test('taking a conflicting edit out does not let the rest go past what the target holds', async () => {
  await promoteAndPublishFirst()
  await publishEdits(production, [
    edit('Order Completed', schema('As production says')),
    edit('Cart Viewed', { ...schema('Cart Viewed'), title: 'Of production' }),
  ])
  await publishEdits(development, [
    edit('Order Completed', schema('Three')),
    edit('Cart Viewed', schema('Seen')),
  ])
  const view = await promoteAs()
  const rest = await saveEdits(people.author, {
    ...production.name(view.number),
    fingerprint: view.fingerprint,
    edits: [edit('Cart Viewed', schema('Seen'))],
  })
  expect(rest.conflicts).toEqual([])
  expect(rest.gates.map(({ code }) => code)).toContain('out-of-date')
  const updated = await updateChangeRequest(people.author, production.name(view.number))
  expect(updated.edits).toMatchObject([{ after: { description: 'Seen', title: 'Of production' } }])
  expect(updated.gates.map(({ code }) => code)).not.toContain('out-of-date')
})

test('two names for one rule are a conflict like any other, and the target goes on by the one that is chosen', async () => {
  await promoteAndPublishFirst()
  await publishEdits(production, [edit('Cart Viewed', schema('Cart Viewed'), 'Cart Opened')])
  await publishEdits(development, [edit('Cart Viewed', schema('Cart Viewed'), 'Basket Viewed')])
  const view = await promoteAs()
  expect(view.conflicts).toMatchObject([
    { kind: 'name', base: 'Cart Viewed', ours: 'Basket Viewed', theirs: 'Cart Opened' },
  ])
  const settled = await resolveConflicts(people.author, {
    ...production.name(view.number),
    fingerprint: view.fingerprint,
    choices: [{ rule: { type: 'TRACK', key: 'Cart Viewed', version: 1 }, take: 'ours' }],
  })
  expect(settled.edits).toMatchObject([{ key: 'Cart Opened', newKey: 'Basket Viewed' }])
})

test('exactly: only by a person’s word does the target lose what it has of its own', async () => {
  await publishEdits(production, [edit('Only In Production', schema('Ours'))])
  await publishEdits(development, [edit('Order Completed', schema('Paid'))])
  await promoteAndPublish({ exact: true })
  expect(await production.plan.held()).toEqual(await development.plan.held())
})
