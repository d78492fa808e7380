import type { Comparison, ComparisonOptions } from '@/domain/compatibility/compare'
import { relationOf } from '@/domain/compatibility/relation'
import { CannotRun, type ExitCode, type Terminal } from '../command'
import type { ComparedSchemas, SchemaTexts } from '../judging/compare-schemas'
import { comparing, stoppedReason } from '../judging/comparing'
import { openJudging } from '../judging/open-judging'
import type { Outcome } from '../judging/outcome'
import { paint } from '../paint'
import { readText } from '../read-text'
import { write } from '../write'

type Asked = {
  readonly files: readonly string[]
  readonly reading: ComparisonOptions
  readonly asJson: boolean
}

/** `compare old.json new.json`. */
export const compareFiles = async (
  { files, reading, asJson }: Asked,
  terminal: Terminal,
): Promise<ExitCode> => {
  const [oldFile, newFile, ...others] = files
  if (oldFile === undefined || newFile === undefined || others.length > 0)
    throw new CannotRun('compare needs two files, the old schema and the new one, or --ndjson.')
  const [before, after] = [await readText(oldFile, terminal), await readText(newFile, terminal)]
  const judging = await openJudging('compare-schemas', {
    setup: () => reading,
    limits: comparing,
    program: terminal.program,
  })
  const compared = async (pair: SchemaTexts) => {
    const [outcome] = await judging.judge([pair])
    return comparisonOf(outcome, [oldFile, newFile])
  }
  try {
    const found = await compared({ before, after })
    const text = asJson
      ? `${JSON.stringify(found)}\n`
      : asText(found, await compared({ before: after, after: before }), terminal)
    await write(terminal.stdout, text)
    return found.verdict === 'safe' ? 0 : 1
  } finally {
    await judging.close()
  }
}

const comparisonOf = (
  outcome: Outcome<ComparedSchemas> | undefined,
  [oldFile, newFile]: readonly [string, string],
): Comparison => {
  if (!outcome?.ok) return { verdict: 'unknown', reason: stoppedReason(outcome) }
  const { answer } = outcome
  if ('comparison' in answer) return JSON.parse(answer.comparison) as Comparison
  throw new CannotRun(`${answer.malformed === 'before' ? oldFile : newFile}: ${answer.why}`)
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
