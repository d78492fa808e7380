import type { ComparisonOptions } from '@/domain/compatibility/compare'
import { CannotRun, type ExitCode, type Terminal } from '../command'
import { inOrder } from '../in-order'
import type { AnsweredLine } from '../judging/compare-line'
import { unknownLine } from '../judging/compared-line'
import { comparing, stoppedReason } from '../judging/comparing'
import { type JudgedLine, judgeLines } from '../judging/judge-lines'
import { openJudging } from '../judging/open-judging'
import { progressOf } from '../progress'
import { readLines } from '../read-lines'
import { write } from '../write'

/** Lines that hold no pair are told one by one, up to so many. */
const mostComplaints = 10

/** `compare --ndjson`: any number of pairs, in constant memory. */
export const comparePairs = async (
  files: readonly string[],
  reading: ComparisonOptions,
  terminal: Terminal,
): Promise<ExitCode> => {
  const [file = '-', ...others] = files
  if (others.length > 0) throw new CannotRun('compare --ndjson reads one file of pairs.')
  const progress = progressOf(file, terminal)
  const judging = await openJudging('compare-line', {
    setup: () => reading,
    limits: comparing,
    program: terminal.program,
  })
  const judged = inOrder(readLines(file, terminal, progress.read), 2 * comparing.threads, (lines) =>
    judgeLines(lines, judging),
  )
  let isSafe = true
  let complaints = 0
  try {
    for await (const lines of judged) {
      const answers = lines.map(answerOf)
      isSafe &&= answers.every((answer) => answer.isSafe)
      progress.clear()
      await write(terminal.stdout, answers.map(({ text }) => `${text}\n`).join(''))
      for (const [i, { complaint }] of answers.entries()) {
        if (complaint === undefined) continue
        complaints += 1
        if (complaints <= mostComplaints)
          terminal.stderr.write(`plumbline: line ${lines[i]?.line.number}: ${complaint}\n`)
      }
      progress.did(lines.length)
    }
  } finally {
    progress.clear()
    await judging.close()
  }
  if (complaints > mostComplaints)
    terminal.stderr.write(`plumbline: ${complaints - mostComplaints} more lines hold no pair.\n`)
  return complaints > 0 ? 2 : isSafe ? 0 : 1
}

const answerOf = ({ line, outcome }: JudgedLine<'compare-line'>): AnsweredLine => {
  if (outcome.ok) return outcome.answer
  const reason = outcome.ended === 'fault' ? `${outcome.message}.` : stoppedReason(outcome)
  return { text: JSON.stringify(unknownLine(line.text, reason)), isSafe: false }
}
