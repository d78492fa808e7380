import type { Measure } from './measure'

export type MeasureChange = {
  readonly is: 'better' | 'worse' | 'same' | 'unknown'
  readonly words: string
}

/** Less than this is no change that means something. */
const least = 0.005

/** How a number stands beside the one of the time before; shares are compared by their difference, others by ratio. */
export const measureChange = (
  { better, isShare, textOf }: Pick<Measure, 'better' | 'isShare' | 'textOf'>,
  now: number | null,
  before: number | null,
): MeasureChange => {
  if (now === null) return { is: 'unknown', words: 'Not known' }
  if (before === null) return { is: 'unknown', words: 'Not known for the time before' }
  const was = `${textOf(before)} before`
  const change = isShare ? now - before : before === 0 ? now : now / before - 1
  if (Math.abs(change) < least) return { is: 'same', words: `About the same: ${was}` }
  const is = change < 0 === (better === 'less') ? 'better' : 'worse'
  return { is, words: `${is === 'better' ? 'Better' : 'Worse'}: ${was}` }
}
