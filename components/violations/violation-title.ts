import type { ViolationView } from '@/contracts/violation'
import { ruleTitle } from '../ui/rule-title'
import { placeWords, violationTypeWords } from './violation-words'

/** A violation in one line of plain text: "Missing: products[].sku in Order Completed". */
export const violationTitle = ({
  type,
  pointer,
  rule,
}: Pick<ViolationView, 'type' | 'pointer' | 'rule'>): string => {
  const place = placeWords(pointer)
  return `${violationTypeWords[type]}${place === '' ? '' : `: ${place}`} in ${ruleTitle(rule)}`
}
