import type { Comparison } from './compare'

/** `wider`: the new schema accepts all that the old one does, and more. */
export type Relation = 'equal' | 'wider' | 'narrower' | 'incomparable' | 'unknown'

/** How two schemas stand to each other, by the comparisons from old to new and from new to old. */
export const relationOf = (forth: Comparison, back: Comparison): Relation =>
  relations[forth.verdict][back.verdict]

type Verdict = Comparison['verdict']

const relations: { readonly [forth in Verdict]: { readonly [back in Verdict]: Relation } } = {
  safe: { safe: 'equal', breaking: 'wider', unknown: 'unknown' },
  breaking: { safe: 'narrower', breaking: 'incomparable', unknown: 'unknown' },
  unknown: { safe: 'unknown', breaking: 'unknown', unknown: 'unknown' },
}
