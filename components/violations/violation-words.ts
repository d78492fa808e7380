import type { ViolationView } from '@/contracts/violation'

export { placeWords } from '@/domain/violations/place-words'

/** What kind of mistake it is, in a word or two. */
export const violationTypeWords: Readonly<Record<ViolationView['type'], string>> = {
  required: 'Missing',
  'invalid-type': 'Wrong type',
  enum: 'Value not allowed',
  pattern: 'Pattern',
  format: 'Format',
  range: 'Out of range',
  length: 'Length',
  items: 'Items',
  combination: 'Combination',
  'unplanned-event': 'Unplanned event',
  'unplanned-property': 'Unplanned property',
  other: 'Other',
}

/** Up to one decimal: "0.4 %"; what is there but rounds to nothing is "< 0.1 %". */
export const shareWords = (share: number): string => {
  const percent = share * 100
  if (percent > 0 && percent < 0.1) return '< 0.1 %'
  return `${percent >= 10 ? Math.round(percent) : Math.round(percent * 10) / 10} %`
}
