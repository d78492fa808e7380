import path from 'node:path'
import { recordSplitter } from '@/domain/violations/split-records'
import { askInstallation } from './ask-installation'
import { CannotRun, type Terminal } from './command'
import { cannotRead, isUtf16, openText, utf16 } from './read-text'
import type { Installation } from './upload'

/** Well below what an installation takes in one request. */
const partCharacters = 1_000_000

const counts = [
  'records',
  'taken',
  'duplicates',
  'late',
  'broken',
  'notJudged',
  'violations',
  'refused',
] as const

export type CallsReport = { [Name in (typeof counts)[number]]: number } & {
  readonly refusals: { readonly line: number; readonly reason: string }[]
}

/**
 * Sends the calls of a file to an installation, which judges and records them; what became of them comes back. Holds one
 * part of the file at a time. A file that ends in `.csv` is CSV.
 */
export const uploadCalls = async (
  file: string,
  { plan, source, url, token }: Installation,
  terminal: Terminal,
  onRead: (bytes: number) => void = () => {},
): Promise<CallsReport> => {
  const format = path.extname(file).toLowerCase() === '.csv' ? 'csv' : 'ndjson'
  const splitter = recordSplitter(format, partCharacters)
  const report: CallsReport = {
    records: 0,
    taken: 0,
    duplicates: 0,
    late: 0,
    broken: 0,
    notJudged: 0,
    violations: 0,
    refused: 0,
    refusals: [],
  }
  const send = async ({ text, line }: { readonly text: string; readonly line: number }) => {
    const query = { format, source, line: String(line) }
    const way = `/plans/${encodeURIComponent(plan)}/calls/import`
    const answer = await askInstallation({ url, token, path: way, query, body: text })
    for (const name of counts) report[name] += countIn(answer, name)
    report.refusals.push(...refusalsIn(answer))
  }
  for await (const text of texts(file, terminal, onRead))
    for (const part of splitter.add(text)) await send(part)
  for (const part of splitter.rest()) await send(part)
  return report
}

async function* texts(file: string, terminal: Terminal, onRead: (bytes: number) => void) {
  const decoder = new TextDecoder()
  let isFirst = true
  try {
    for await (const chunk of openText(file, terminal)) {
      const bytes = Buffer.from(chunk)
      if (isFirst && isUtf16(bytes)) throw utf16(file)
      isFirst = false
      onRead(bytes.length)
      yield decoder.decode(bytes, { stream: true })
    }
  } catch (error) {
    throw error instanceof CannotRun ? error : cannotRead(file, error)
  }
  yield decoder.decode()
}

const countIn = (answer: unknown, name: string): number => {
  const count: unknown = typeof answer === 'object' && answer !== null ? Reflect.get(answer, name) : undefined
  if (typeof count !== 'number') throw new CannotRun('the answer is not that of a Plumbline installation.')
  return count
}

const refusalsIn = (answer: unknown): CallsReport['refusals'] => {
  const refusals: unknown =
    typeof answer === 'object' && answer !== null ? Reflect.get(answer, 'refusals') : []
  return Array.isArray(refusals) ? refusals : []
}
