import { Blob as ReadableBlob } from 'node:buffer'
import { QueryClientProvider } from '@tanstack/react-query'
import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, onTestFinished, test, vi } from 'vitest'
import { frameQuery } from '../data/frame-query'
import { makeQueryClient } from '../data/query-client'
import { ImportScreen } from './import-screen'

afterEach(() => sessionStorage.clear())

const show = (queries = makeQueryClient()) => {
  // The screen asks of the frame only who looks.
  queries.setQueryData(frameQuery().queryKey, { me: { role: 'contributor' } } as never)
  const sources = [
    { id: 's0', name: 'iOS' },
    { id: 's1', name: 'Web shop' },
  ]
  return render(
    <QueryClientProvider client={queries}>
      <ImportScreen plan={{ id: 'p1', name: 'Storefront' }} sources={sources} />
    </QueryClientProvider>,
  )
}

/** jsdom's files cannot be read piece by piece. */
const aFile = (text: string) =>
  Object.assign(new File([text], 'calls.ndjson'), { stream: () => new ReadableBlob([text]).stream() })

/** Whether the browser would ask before the page is closed. */
const asksOnLeave = () => !window.dispatchEvent(new Event('beforeunload', { cancelable: true }))

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
  await user.upload(screen.getByLabelText('File of calls'), aFile('{}\n{}\n{'))
  expect(await screen.findByText('The file is in')).toBeVisible()
  expect(screen.getByText('1, in 4 new occurrences')).toBeVisible()
  expect(screen.getByRole('table', { name: 'Refused lines' })).toHaveTextContent('The line is no JSON.')
  expect(asked).toEqual([
    expect.stringMatching(/\/plans\/p1\/calls\/import\?format=ndjson&source=s1&line=1$/),
  ])
})

test('a file goes on while other screens are looked at, and closing the page is asked about', async () => {
  const answers: ((answer: Response) => void)[] = []
  vi.stubGlobal('fetch', () => new Promise<Response>((resolve) => answers.push(resolve)))
  onTestFinished(() => void vi.unstubAllGlobals())
  const queries = makeQueryClient()
  const { unmount } = show(queries)
  expect(asksOnLeave()).toBe(false)
  await userEvent.upload(screen.getByLabelText('File of violations'), aFile('{}'))
  expect(await screen.findByRole('progressbar')).toBeVisible()
  expect(asksOnLeave()).toBe(true)
  unmount()
  show(queries)
  expect(screen.getByRole('progressbar')).toBeVisible()
  expect(screen.getByRole('button', { name: 'Choose a file' })).toBeDisabled()
  answers[0]?.(Response.json({ records: 1, taken: 1, duplicates: 0, late: 0, refused: 0, refusals: [] }))
  expect(await screen.findByText('The file is in')).toBeVisible()
  expect(asksOnLeave()).toBe(false)
  expect(sessionStorage).toHaveLength(0)
})

test('after a reload in the midst of a file it says that not all of it was sent', async () => {
  vi.stubGlobal('fetch', () => new Promise<Response>(() => {}))
  onTestFinished(() => void vi.unstubAllGlobals())
  const { unmount } = show()
  await userEvent.upload(screen.getByLabelText('File of violations'), aFile('{}'))
  expect(await screen.findByRole('progressbar')).toBeVisible()
  unmount()
  // What a page knows is gone with it; what the tab keeps is not.
  show()
  expect(screen.getByText('calls.ndjson was not sent to its end')).toBeVisible()
  expect(screen.getByRole('button', { name: 'Choose a file' })).toBeEnabled()
})

test('the commands name the source that is chosen', async () => {
  show()
  const commands = screen.getByLabelText('The commands')
  expect(commands).toHaveTextContent('--upload p1 --source <source> --url')
  const user = userEvent.setup()
  await user.click(screen.getByRole('combobox', { name: 'Source, where a record does not say' }))
  await user.click(await screen.findByRole('option', { name: 'Web shop' }))
  expect(commands).toHaveTextContent('--upload p1 --source s1 --url')
  expect(commands).toHaveTextContent('--upload-calls p1 --source s1 --url')
})

test('of an empty file it says that there was nothing in it', async () => {
  const report = { records: 0, taken: 0, duplicates: 0, late: 0, refused: 0, refusals: [] }
  vi.stubGlobal('fetch', async () => Response.json(report))
  onTestFinished(() => void vi.unstubAllGlobals())
  show()
  await userEvent.upload(screen.getByLabelText('File of violations'), aFile(''))
  expect(await screen.findByText('There was nothing in the file')).toBeVisible()
  expect(screen.queryByText('The file is in')).toBeNull()
  expect(screen.queryByText('Taken')).toBeNull()
})
