import { QueryClientProvider } from '@tanstack/react-query'
import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { NuqsTestingAdapter } from 'nuqs/adapters/testing'
import { afterEach, expect, test, vi } from 'vitest'
import { makeQueryClient } from '../data/query-client'
import { CompareVersions } from './compare-versions'

afterEach(() => vi.unstubAllGlobals())

const show = (searchParams = '') => {
  const asked: string[] = []
  vi.stubGlobal('fetch', async (path: string) => {
    asked.push(path)
    return Response.json({ changes: [] })
  })
  const onUrlUpdate = vi.fn()
  render(
    <NuqsTestingAdapter searchParams={searchParams} onUrlUpdate={onUrlUpdate} hasMemory>
      <QueryClientProvider client={makeQueryClient()}>
        <CompareVersions plan="p" newest={7} />
      </QueryClientProvider>
    </NuqsTestingAdapter>,
  )
  return { asked, address: () => onUrlUpdate.mock.lastCall?.[0].queryString as string | undefined }
}
const type = async (label: string, version: string) => {
  const field = screen.getByRole('spinbutton', { name: label })
  await userEvent.clear(field)
  await userEvent.type(field, version)
}

test('any two versions are compared, in either direction, and stand in the address', async () => {
  const { asked, address } = show()
  await type('From version', '6')
  await type('To version', '2')
  await userEvent.click(screen.getByRole('button', { name: 'Compare' }))
  expect(await screen.findByText('What version 2 has otherwise than version 6')).toBeVisible()
  expect(await screen.findByText('Nothing that changes the meaning of a rule.')).toBeVisible()
  expect(asked).toEqual([expect.stringContaining('from=6&to=2')])
  expect(address()).toBe('?from=6&to=2')
})

test.each(['', '0', '8', '1'])('version "%s" is no other version of the plan', async (version) => {
  show()
  if (version === '') await userEvent.clear(screen.getByRole('spinbutton', { name: 'To version' }))
  else await type('To version', version)
  expect(screen.getByRole('button', { name: 'Compare' })).toBeDisabled()
  expect(screen.getByText('Two different versions from 1 to 7.')).toBeVisible()
})

test('an address with versions that are not there asks for nothing', () => {
  expect(show('?from=1&to=9').asked).toEqual([])
})
