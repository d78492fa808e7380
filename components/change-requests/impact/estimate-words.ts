import type { EstimateView } from '@/contracts/replay'

/** "1,240" where it is exact, else "about 1,240". */
export const estimateWords = ({ value, low, high }: EstimateView): string =>
  low === high ? whole(value) : `about ${whole(value)}`

/** "1,100 to 1,390"; null where it is exact. */
export const intervalWords = ({ low, high }: EstimateView): string | null =>
  low === high ? null : `${whole(low)} to ${whole(high)}`

const whole = (value: number): string => value.toLocaleString('en')
