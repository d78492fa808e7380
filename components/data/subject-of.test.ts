import { expect, test } from 'vitest'
import { subjectOf } from './subject-of'

const known = {
  plans: [{ id: 'p1', name: 'Storefront', segmentId: 'tp_1', workspaceId: 'w1', headVersion: 3 }],
  workspaces: [{ id: 'w1', name: 'Acme', demo: true }],
  people: [{ id: 'u1', name: 'Ada' }],
}

test.each([
  ['plan:p1', 'Storefront', '/plans/p1/catalog'],
  ['change-request:p1:12', '#12 in Storefront', '/plans/p1/change-requests/12'],
  ['workspace:w1', 'Acme', '/settings/workspaces'],
  ['person:u1', 'Ada', '/settings/members'],
  ['endpoint:e1', 'A webhook address', '/settings/endpoints'],
  ['alert-rule:r1', 'An alert rule', '/settings/alerts'],
  ['plan:gone', 'A plan that is gone', null],
  ['person:gone', 'A person who was removed', null],
  ['something else', 'something else', null],
])('%s is %s', (subject, label, href) => {
  expect(subjectOf(subject, known)).toEqual({ label, href })
})
