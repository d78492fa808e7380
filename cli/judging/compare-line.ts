import type { ComparisonOptions } from '@/domain/compatibility/compare'
import { comparedLine } from './compared-line'
import type { Job } from './job'

/** `text` is the answer as JSON. `complaint`: the line holds no pair. */
export type AnsweredLine = {
  readonly text: string
  readonly isSafe: boolean
  readonly complaint?: string
}

/** The job of `compare --ndjson`. */
export const compareLine =
  (options: ComparisonOptions): Job<string, AnsweredLine> =>
  (text) => {
    const { complaint, ...answer } = comparedLine(text, options)
    return {
      text: JSON.stringify(answer),
      isSafe: answer.verdict === 'safe',
      ...(complaint !== undefined && { complaint }),
    }
  }
