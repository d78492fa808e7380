import { expect, test } from 'vitest'
import { type SentOperation, sentCounts } from './sent-counts'

const rule = (key: string) => ({ type: 'TRACK' as const, key, version: 1 })
const upsert = (key: string, newKey?: string): SentOperation => ({ ...rule(key), kind: 'upsert', newKey })
const remove = (key: string): SentOperation => ({ ...rule(key), kind: 'remove' })

test('each operation counts once, by what stood there before', () => {
  const before = ['Known', 'Old', 'Gone'].map(rule)
  const once = [upsert('Known'), upsert('New'), upsert('Old', 'Renamed'), remove('Gone')]
  const counts = { added: 1, updated: 1, renamed: 1, removed: 1 }
  expect(sentCounts(once, before)).toEqual(counts)
  expect(sentCounts([...once, ...once], before)).toEqual(counts)
  expect(sentCounts([], before)).toEqual({ added: 0, updated: 0, renamed: 0, removed: 0 })
})
