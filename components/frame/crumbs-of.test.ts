import { expect, test } from 'vitest'
import { crumbsOf } from './crumbs-of'

const plans = [{ id: 'p1', name: 'Storefront', segmentId: 'tp_1', workspaceId: 'w1', headVersion: 3 }]
const labels = (address: string, name?: string) => {
  const { pathname, searchParams: search } = new URL(address, 'http://here')
  return crumbsOf({ pathname, search }, plans, name).map(({ label }) => label)
}

test.each([
  ['/', ['Overview']],
  ['/plans/p1/catalog?q=order', ['Storefront', 'Catalog']],
  ['/plans/tp_1/versions', ['Storefront', 'Versions']],
  ['/plans/p1/rules/TRACK?key=Order+Completed', ['Storefront', 'Catalog', 'Order Completed']],
  ['/plans/p1/rules/IDENTIFY', ['Storefront', 'Catalog', 'Identify traits']],
  ['/plans/p1/change-requests/12', ['Storefront', 'Change requests', '#12']],
  ['/plans/unknown/drift', ['Plan', 'Drift']],
  ['/violations/v1', ['Violations', 'Violation']],
  ['/violations/dynamic-names?plan=p1', ['Violations', 'Names that carry a value']],
  ['/sources', ['Sources']],
  ['/insights?days=30', ['Insights']],
  ['/sources/s1', ['Sources', 'Source']],
  ['/settings/members', ['Settings', 'Members']],
  ['/settings/lint', ['Settings', 'Lint']],
])('%s', (address, expected) => {
  expect(labels(address)).toEqual(expected)
})

test('a violation and a source stand there by their names once these are known', () => {
  expect(labels('/violations/v1', 'Missing: total in Order Completed')).toEqual([
    'Violations',
    'Missing: total in Order Completed',
  ])
  expect(labels('/sources/s1', 'iOS App')).toEqual(['Sources', 'iOS App'])
})
