import { expect, it } from 'vitest'
import { ListChangeRequests } from '@/contracts/change-request'
import { loadRequestFilter, requestQuery } from './request-filter'

const queryOf = (search: string) => requestQuery(loadRequestFilter(new URLSearchParams(search)))

it('shows what is at work when nothing is asked for', () => {
  expect(queryOf('')).toEqual({
    status: 'draft,in-review,changes-requested,approved,publishing,publish-failed',
  })
})

it('asks for everything that the address says', () => {
  expect(queryOf('q=cart&status=closed&author=me&plan=p1')).toEqual({
    q: 'cart',
    status: 'closed',
    author: 'me',
    plan: 'p1',
  })
})

it('leaves the status to the server when asked what waits', () => {
  expect(queryOf('waiting=true&status=closed')).toEqual({ waitingForMe: true })
})

it('falls back to what is at work for a status that there is not', () => {
  expect(queryOf('status=lost')).toEqual(queryOf(''))
})

it('speaks the language of the list', () => {
  const { waitingForMe, q } = queryOf('waiting=true&q=x')
  expect(ListChangeRequests.parse({ waitingForMe: String(waitingForMe), q })).toMatchObject({
    waitingForMe: true,
    q: 'x',
  })
})
