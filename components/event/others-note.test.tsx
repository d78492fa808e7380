import { QueryClientProvider } from '@tanstack/react-query'
import { render, screen } from '@testing-library/react'
import { afterEach, expect, it, vi } from 'vitest'
import { makeQueryClient } from '../data/query-client'
import { OthersNote } from './others-note'

const rule = { type: 'TRACK' as const, key: 'Order Completed', version: 1 }
const person = (name: string, key: string) => ({ id: name, name, editing: [{ ...rule, key }] })

afterEach(() => vi.unstubAllGlobals())

const show = (request: number | 'new', ...people: ReturnType<typeof person>[]) => {
  const asked: [string, RequestInit][] = []
  vi.stubGlobal('fetch', async (path: string, init: RequestInit) => {
    asked.push([path, init])
    return Response.json({ people })
  })
  const view = render(
    <QueryClientProvider client={makeQueryClient()}>
      <OthersNote place={{ plan: 'p1', rule }} request={request} />
    </QueryClientProvider>,
  )
  return { ...view, asked }
}

it('warns of whoever edits the same event, and of nobody else', async () => {
  const { asked, unmount } = show(7, person('Ann', 'Order Completed'), person('Sue', 'Another'))
  expect(await screen.findByText('Ann edits this event in this request right now.')).toBeVisible()
  const [[path, { body }] = ['', {}]] = asked
  expect(path).toBe('/api/v1/plans/p1/change-requests/7/presence')
  const { tab, ...told } = JSON.parse(String(body))
  expect(told).toEqual({ rule })
  unmount()
  expect(asked.at(-1)).toEqual([`${path}/${tab}`, { method: 'DELETE', keepalive: true }])
})

it('tells nothing where there is no request yet', () => {
  const { asked, unmount } = show('new')
  unmount()
  expect(asked).toEqual([])
})
