import { expect, it } from 'vitest'
import { anEdit } from './a-request.cases'
import { changedEdits } from './changed-edits'

it('names what came, what changed and what went', () => {
  const seen = [anEdit('Kept'), anEdit('Changed'), anEdit('Gone')]
  const now = [anEdit('Kept'), anEdit('Changed', { afterText: '{}' }), anEdit('Came')]
  expect(changedEdits(seen, now)).toEqual([
    { name: 'Changed', what: 'changed' },
    { name: 'Came', what: 'new' },
    { name: 'Gone', what: 'gone' },
  ])
})

it('takes another new name for a change', () => {
  const [seen, now] = [[anEdit('A')], [anEdit('A', { newKey: 'B' })]]
  expect(changedEdits(seen, now)).toEqual([{ name: 'A', what: 'changed' }])
})
