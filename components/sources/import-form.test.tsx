import { Blob as ReadableBlob } from 'node:buffer'
import { QueryClientProvider } from '@tanstack/react-query'
import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, onTestFinished, test, vi } from 'vitest'
import { makeQueryClient } from '../data/query-client'
import { ImportForm } from './import-form'

const show = () =>
  render(
    <QueryClientProvider client={makeQueryClient()}>
      <ImportForm plan="p1" sources={[{ id: 's1', name: 'Web shop' }]} />
    </QueryClientProvider>,
  )

test('calls to judge take a source, and the report says what was found', async () => {
  const asked: string[] = []
  vi.stubGlobal('fetch', async (url: string) => {
    asked.push(url)
    return Response.json({
      records: 3,
      taken: 2,
      duplicates: 0,
      late: 0,
      refused: 1,
      refusals: [{ line: 3, reason: 'The line is no JSON.' }],
      broken: 1,
      notJudged: 0,
      violations: 4,
    })
  })
  onTestFinished(() => void vi.unstubAllGlobals())
  show()
  const user = userEvent.setup()
  await user.click(screen.getByRole('button', { name: 'Calls to judge' }))
  expect(screen.getByRole('button', { name: 'Choose a file' })).toBeDisabled()
  await user.click(screen.getByRole('combobox', { name: 'Source of the calls' }))
  await user.click(await screen.findByRole('option', { name: 'Web shop' }))
  const text = '{}\n{}\n{'
  // jsdom's files cannot be read piece by piece.
  const file = Object.assign(new File([text], 'calls.ndjson'), {
    stream: () => new ReadableBlob([text]).stream(),
  })
  await user.upload(screen.getByLabelText('File of calls'), file)
  expect(await screen.findByText('The file is in')).toBeVisible()
  expect(screen.getByText('1, in 4 new occurrences')).toBeVisible()
  expect(screen.getByRole('table', { name: 'Refused lines' })).toHaveTextContent('The line is no JSON.')
  expect(asked).toEqual([
    expect.stringMatching(/\/plans\/p1\/calls\/import\?format=ndjson&source=s1&line=1$/),
  ])
})
