import { apiPaths } from '@/contracts/paths'
import { mostRefusalsTold, ViolationsImported } from '@/contracts/violation-import'
import { type FilePart, type RecordFormat, recordSplitter } from '@/domain/violations/split-records'
import { readAnswer } from '../data/read-answer'

/** Well below what the server takes in one request, in characters that may take up to four bytes each. */
const partCharacters = 1_000_000

export type Upload = {
  readonly plan: string
  /** Whose violations they are where a record does not say. */
  readonly source: string | null
  readonly file: Blob
  readonly format: RecordFormat
  readonly onProgress: (bytes: number, report: ViolationsImported) => void
  readonly signal: AbortSignal
}

export const nothingYet: ViolationsImported = {
  records: 0,
  taken: 0,
  duplicates: 0,
  late: 0,
  refused: 0,
  refusals: [],
}

/**
 * Sends a file part by part, holding one part at a time. What was sent before it stopped is counted, and a file that is
 * sent again counts nothing twice.
 */
export const uploadFile = async (upload: Upload): Promise<ViolationsImported> => {
  const { plan, source, file, format, onProgress, signal } = upload
  const splitter = recordSplitter(format, partCharacters)
  let report = nothingYet
  let bytes = 0
  const send = async ({ text, line }: FilePart) => {
    const path = apiPaths.uploadViolations(plan, { format, source, line })
    const headers = { 'Content-Type': format === 'csv' ? 'text/csv' : 'application/x-ndjson' }
    const answer = await readAnswer(path, ViolationsImported, { method: 'POST', body: text, headers, signal })
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

const added = (before: ViolationsImported, part: ViolationsImported): ViolationsImported => ({
  records: before.records + part.records,
  taken: before.taken + part.taken,
  duplicates: before.duplicates + part.duplicates,
  late: before.late + part.late,
  refused: before.refused + part.refused,
  refusals: [...before.refusals, ...part.refusals].slice(0, mostRefusalsTold),
})
