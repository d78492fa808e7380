import { expect, it } from 'vitest'
import { aGroup, anEdit } from './a-request.cases'
import { changedEdits } from './changed-edits'

it('names what came, what changed and what went', () => {
  const seen = [anEdit('Kept'), anEdit('Changed'), anEdit('Gone')]
  const now = [anEdit('Kept'), anEdit('Changed', { hash: 'another' }), anEdit('Came')]
  expect(changedEdits([aGroup(seen)], [aGroup(now)])).toEqual([
    { name: 'Changed', what: 'changed' },
    { name: 'Came', what: 'new' },
    { name: 'Gone', what: 'gone' },
  ])
})

it('does not mind that an edit stands in another group', () => {
  const [seen, now] = [[aGroup([anEdit('A'), anEdit('B')])], [aGroup([anEdit('A')]), aGroup([anEdit('B')])]]
  expect(changedEdits(seen, now)).toEqual([])
})
