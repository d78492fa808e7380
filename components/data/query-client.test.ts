import { dehydrate, hydrate } from '@tanstack/react-query'
import { expect, test } from 'vitest'
import { makeQueryClient } from './query-client'

const view = { title: 'Large', edits: [{ key: 'Order Completed', decision: null }] }

test('what a page has read crosses as one text, and is there before the screen asks', () => {
  const onServer = makeQueryClient()
  onServer.setQueryData(['review'], view)
  const state = dehydrate(onServer)
  expect(state.queries.map(({ state: { data } }) => data)).toEqual([JSON.stringify(view)])
  const inBrowser = makeQueryClient()
  hydrate(inBrowser, JSON.parse(JSON.stringify(state)))
  expect(inBrowser.getQueryData(['review'])).toEqual(view)
})

test('what is still being read crosses when it has come', async () => {
  const onServer = makeQueryClient()
  const reading = onServer.fetchQuery({
    queryKey: ['review'],
    queryFn: () => new Promise((come) => setTimeout(() => come(view), 5)),
  })
  const inBrowser = makeQueryClient()
  hydrate(inBrowser, dehydrate(onServer))
  await reading
  await expect.poll(() => inBrowser.getQueryData(['review'])).toEqual(view)
})
