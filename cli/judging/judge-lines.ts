import type { Line } from '../read-lines'
import type { AnswerOf } from './jobs'
import type { Judging } from './open-judging'
import type { Outcome } from './outcome'

type LineJob = 'compare-line' | 'validate-line'

/** What a line came to: what the job said of it, or the fault that it has. */
export type JudgedLine<K extends LineJob> = {
  readonly line: Line
  readonly outcome:
    | Outcome<AnswerOf<K>>
    | { readonly ok: false; readonly ended: 'fault'; readonly message: string }
}

/** Judges lines by their texts. Those with a fault are not looked at. */
export const judgeLines = async <K extends LineJob>(
  lines: readonly Line[],
  judging: Judging<K>,
): Promise<readonly JudgedLine<K>[]> => {
  const texts: string[] = []
  for (const { text, fault } of lines) if (fault === undefined) texts.push(text)
  const outcomes = (await judging.judge(texts as never)).values()
  return lines.map((line) => {
    if (line.fault !== undefined) return { line, outcome: { ok: false, ended: 'fault', message: line.fault } }
    const { value } = outcomes.next()
    return { line, outcome: value ?? { ok: false, ended: 'failed', message: 'It was not answered.' } }
  })
}
