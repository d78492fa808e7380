import { CallsImported } from '@/contracts/call-import'
import { apiPaths } from '@/contracts/paths'
import { mostRefusalsTold, ViolationsImported } from '@/contracts/violation-import'
import { type FilePart, type RecordFormat, recordSplitter } from '@/domain/violations/split-records'
import { readAnswer } from '../data/read-answer'

/** Well below what the server takes in one request, in characters that may take up to four bytes each. */
const partCharacters = 1_000_000

export type FileContent = 'violations' | 'calls'

/** What became of a file so far. What was found in calls is told of calls only. */
export type FileReport = ViolationsImported & Partial<Pick<CallsImported, (typeof found)[number]>>

const found = ['broken', 'notJudged', 'violations'] as const
const counts = ['records', 'taken', 'duplicates', 'late', 'refused'] as const

export type Upload = {
  readonly plan: string
  readonly content: FileContent
  /** Whose they are; of violations, where a record does not say. */
  readonly source: string | null
  readonly file: Blob
  readonly format: RecordFormat
  readonly onProgress: (bytes: number, report: FileReport) => void
  readonly signal: AbortSignal
}

export const nothingYet = {
  records: 0,
  taken: 0,
  duplicates: 0,
  late: 0,
  refused: 0,
  refusals: [],
} satisfies FileReport

const wayOf = {
  violations: { path: apiPaths.uploadViolations, answer: ViolationsImported },
  calls: { path: apiPaths.uploadCalls, answer: CallsImported },
} as const

/**
 * Sends a file part by part, holding one part at a time. What was sent before it stopped is counted, and a file that is
 * sent again counts nothing twice.
 */
export const uploadFile = async (upload: Upload): Promise<FileReport> => {
  const { plan, content, source, file, format, onProgress, signal } = upload
  const way = wayOf[content]
  const splitter = recordSplitter(format, partCharacters)
  let report: FileReport = nothingYet
  let bytes = 0
  const send = async ({ text, line }: FilePart) => {
    const path = way.path(plan, { format, source, line })
    const headers = { 'Content-Type': format === 'csv' ? 'text/csv' : 'application/x-ndjson' }
    const answer = await readAnswer(path, way.answer, { method: 'POST', body: text, headers, signal })
    report = added(report, answer)
  }
  const decoder = new TextDecoder()
  const reader = file.stream().getReader()
  for (;;) {
    const { value, done } = await reader.read()
    for (const part of splitter.add(decoder.decode(value, { stream: !done }))) await send(part)
    if (done) break
    bytes += value.byteLength
    onProgress(bytes, report)
  }
  for (const part of splitter.rest()) await send(part)
  onProgress(file.size, report)
  return report
}

const added = (before: FileReport, part: FileReport): FileReport => {
  const report: FileReport = {
    ...before,
    refusals: [...before.refusals, ...part.refusals].slice(0, mostRefusalsTold),
  }
  for (const name of counts) report[name] = before[name] + part[name]
  for (const name of found)
    if (part[name] !== undefined) report[name] = (before[name] ?? 0) + (part[name] ?? 0)
  return report
}
