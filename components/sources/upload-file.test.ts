import { expect, onTestFinished, test, vi } from 'vitest'
import { type FileContent, nothingYet, uploadFile } from './upload-file'

/** A server that takes every line but those that say "bad". */
const server = () => {
  const asked: { url: string; lines: string[] }[] = []
  vi.stubGlobal('fetch', async (url: string, { body }: { body: string }) => {
    const lines = body.split('\n').filter(Boolean)
    asked.push({ url, lines })
    const bad = lines.filter((line) => line.includes('bad'))
    return Response.json({
      ...nothingYet,
      records: lines.length,
      taken: lines.length - bad.length,
      refused: bad.length,
      refusals: bad.map((reason) => ({ line: 1, reason })),
    })
  })
  onTestFinished(() => void vi.unstubAllGlobals())
  return asked
}

const upload = (text: string, content: FileContent = 'violations') => {
  const progress: number[] = []
  return {
    progress,
    report: uploadFile({
      plan: 'p1',
      source: 's1',
      file: new Blob([text]),
      content,
      format: 'ndjson',
      signal: new AbortController().signal,
      onProgress: (bytes) => progress.push(bytes),
    }),
  }
}

test('a large file goes in parts that say where they begin, and their reports are added up', async () => {
  const asked = server()
  const line = JSON.stringify({ note: 'x'.repeat(999) })
  const file = `${Array.from({ length: 2_500 }, () => line).join('\n')}\nbad`
  const { progress, report } = upload(file)
  expect(await report).toMatchObject({
    records: 2_501,
    taken: 2_500,
    refused: 1,
    refusals: [{ reason: 'bad' }],
  })
  expect(asked.length).toBeGreaterThan(1)
  const begins = asked.map(({ url }) => Number(new URL(url, 'http://here').searchParams.get('line')))
  expect(begins[0]).toBe(1)
  expect(begins[1]).toBe(1 + (asked[0]?.lines.length ?? 0))
  expect(asked[0]?.url).toContain('source=s1')
  expect(progress.at(-1)).toBe(file.length)
})

test('what was found in calls is added up, too', async () => {
  const asked: string[] = []
  vi.stubGlobal('fetch', async (url: string) => {
    asked.push(url)
    return Response.json({ ...nothingYet, records: 1, taken: 1, broken: 1, notJudged: 0, violations: 2 })
  })
  onTestFinished(() => void vi.unstubAllGlobals())
  const line = JSON.stringify({ note: 'x'.repeat(999) })
  const { report } = upload(Array.from({ length: 2_500 }, () => line).join('\n'), 'calls')
  expect(await report).toMatchObject({
    taken: asked.length,
    broken: asked.length,
    violations: 2 * asked.length,
  })
  expect(asked.length).toBeGreaterThan(1)
  expect(asked[0]).toContain('/calls/import')
})

test('a server that says no ends it', async () => {
  vi.stubGlobal('fetch', async () =>
    Response.json(
      { type: 'x', title: 'x', status: 403, code: 'not-allowed', detail: 'No.' },
      { status: 403 },
    ),
  )
  onTestFinished(() => void vi.unstubAllGlobals())
  await expect(upload('{}').report).rejects.toMatchObject({ failure: { code: 'not-allowed' } })
})
