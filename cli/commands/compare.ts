import type { Comparison, ComparisonOptions } from '@/domain/compatibility/compare'
import { compareExact } from '@/domain/compatibility/compare-exact'
import { relationOf } from '@/domain/compatibility/relation'
import type { ExactJson } from '@/domain/plan/exact-json'
import { schemaBounds } from '@/domain/plan/parse-schema'
import { readJson } from '@/domain/plan/read-json'
import { CannotRun, type Command, type ExitCode, type Terminal } from '../command'
import { paint } from '../paint'
import { readLines } from '../read-lines'
import { type Options, readOptions, wantsJson } from '../read-options'
import { readText } from '../read-text'
import { write } from '../write'
import { comparedLine } from './compared-line'

const help = `
plumbline compare old.json new.json [--planned-names] [--format json]
plumbline compare --ndjson [pairs.ndjson|-] [--planned-names]

Is everything that the old JSON Schema (draft-07) accepts accepted by the new one?

  safe       yes, and it was proved
  breaking   no, and here is a witness: a value that the old schema accepts and the new one refuses
  unknown    neither could be established; treat it like breaking

Nothing is fetched: a reference that leads out of the schema is unknown. Without an option objects are as open as
their schemas say, so that a new optional property is breaking for whoever already sends that name. --planned-names
reads the old schema as a tracking plan is meant: nobody sends a name that it does not plan.

With --ndjson a line {"id":…,"old":{…},"new":{…}} for each pair, and in the same order a line for each answer:
  {"id":1,"verdict":"breaking","witness":null,"reason":"…"}

Example:  plumbline compare old.json new.json --planned-names
Exit codes: 0 everything is safe, 1 something is breaking or unknown, 2 could not run.
`

export const compare: Command = {
  help,
  run: (args, terminal) => {
    const options = readOptions(args, { ndjson: { type: 'boolean' }, 'planned-names': { type: 'boolean' } })
    return options.isSet('ndjson') ? comparePairs(options, terminal) : compareFiles(options, terminal)
  },
}

const readingOf = (options: Options): ComparisonOptions => ({ plannedNames: options.isSet('planned-names') })

const comparePairs = async (options: Options, terminal: Terminal): Promise<ExitCode> => {
  const [file = '-', ...others] = options.files
  if (others.length > 0) throw new CannotRun('compare --ndjson reads one file of pairs.')
  let isSafe = true
  for await (const lines of readLines(file, terminal))
    for (const line of lines) {
      const answer = comparedLine(line, readingOf(options))
      isSafe &&= answer.verdict === 'safe'
      await write(terminal.stdout, `${JSON.stringify(answer)}\n`)
    }
  return isSafe ? 0 : 1
}

const compareFiles = async (options: Options, terminal: Terminal): Promise<ExitCode> => {
  const [oldFile, newFile, ...others] = options.files
  if (oldFile === undefined || newFile === undefined || others.length > 0)
    throw new CannotRun('compare needs two files, the old schema and the new one, or --ndjson.')
  const [before, after] = [await schemaIn(oldFile, terminal), await schemaIn(newFile, terminal)]
  const found = compareExact(before, after, readingOf(options))
  const text = wantsJson(options)
    ? `${JSON.stringify(found)}\n`
    : asText(found, compareExact(after, before, readingOf(options)), terminal)
  await write(terminal.stdout, text)
  return found.verdict === 'safe' ? 0 : 1
}

const schemaIn = async (file: string, terminal: Terminal): Promise<ExactJson> => {
  const reading = readJson(await readText(file, terminal), schemaBounds)
  if (!reading.ok) throw new CannotRun(`${file}: ${reading.refusal.message}`)
  return reading.value
}

const colours = { safe: 'green', breaking: 'red', unknown: 'yellow' } as const
const relations = {
  equal: 'The two accept exactly the same.',
  wider: 'The new schema accepts more than the old one.',
  narrower: 'The new schema accepts less than the old one.',
  incomparable: 'Each accepts something that the other refuses.',
  unknown: '',
} as const

const asText = (found: Comparison, back: Comparison, terminal: Terminal): string => {
  const witness = found.verdict === 'breaking' ? [JSON.stringify(found.witness, null, 2)] : []
  const lines = [
    `${paint(terminal, colours[found.verdict], found.verdict)}  ${found.reason}`,
    ...witness,
    relations[relationOf(found, back)],
  ]
  return `${lines.filter((line) => line !== '').join('\n')}\n`
}
