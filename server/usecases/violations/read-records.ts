import { parse } from 'csv-parse/sync'
import type { RecordFormat } from '@/domain/violations/split-records'
import { fail } from '../fail'

/** A record of a file and the line it begins at; `record` is undefined where it cannot be read. */
export type FileRecord = { readonly line: number; readonly record: unknown }

/**
 * The records of a part of a file.
 *
 * @param line the line of the whole file that the part begins at
 * @throws Failed `malformed` for CSV that is none
 */
export const readRecords = (file: string, format: RecordFormat, line: number): readonly FileRecord[] =>
  format === 'csv' ? csvRecords(file, line) : jsonRecords(file, line)

const jsonRecords = (file: string, first: number): FileRecord[] =>
  file
    .split('\n')
    .flatMap((text, index) => (text.trim() === '' ? [] : [{ line: first + index, record: json(text) }]))

const json = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

type CsvRow = { readonly record: Readonly<Record<string, string>>; readonly info: { readonly lines: number } }

const csvRecords = (file: string, first: number): FileRecord[] => {
  try {
    const rows: CsvRow[] = parse(file, {
      columns: true,
      bom: true,
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
    })
    // The header stands before every part; in the first it is line 1 of the file.
    const offset = first === 1 ? 0 : first - 2
    return rows.map(({ record, info }) => ({
      line: info.lines - newlinesIn(record) + offset,
      record,
    }))
  } catch (error) {
    return fail({
      code: 'malformed',
      detail: `The file is no CSV: ${error instanceof Error ? error.message : 'it cannot be read'}.`,
    })
  }
}

/** csv-parse says where a record ends. */
const newlinesIn = (record: Readonly<Record<string, string>>): number =>
  Object.values(record).reduce((count, value) => count + (value.split('\n').length - 1), 0)
