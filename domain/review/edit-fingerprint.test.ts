import { expect, test, vi } from 'vitest'
import type { Edit } from '../plan/edit'
import { editFingerprint, withKnownFingerprint } from './edit-fingerprint'

const edit: Edit = {
  type: 'TRACK',
  key: 'Order Completed',
  version: 1,
  before: null,
  after: '{"type":"object"}',
}

test('a known fingerprint is known in every bundle that holds this module', async () => {
  vi.resetModules()
  const other = await import('./edit-fingerprint')
  expect(other.editFingerprint).not.toBe(editFingerprint)
  expect(editFingerprint(other.withKnownFingerprint({ ...edit }, 'kept'))).toBe('kept')
})

test('what is made of an edit does not take its known fingerprint along', () => {
  const known = withKnownFingerprint({ ...edit }, 'kept')
  expect(editFingerprint({ ...known, after: '{}' })).toBe(editFingerprint({ ...edit, after: '{}' }))
})
