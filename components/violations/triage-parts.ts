import type { Triaged, TriageMany } from '@/contracts/board'
import type { ShownRow } from './use-board'

/** `revision` is of the first part where it is a bundle that goes part after part. */
export type TriagePart = Omit<TriageMany, 'after'>

type Row = Pick<ShownRow, 'row' | 'isBundle' | 'memberOf'>

/** As many as one call takes with room to spare. */
const namedAtOnce = 200

/**
 * The calls that do the same to rows: violations by name, and each bundle as a whole, as far as its members answer the
 * filter. A violation that stands beside its bundle goes with the bundle.
 */
export const triageParts = (
  rows: readonly Row[],
  change: TriageMany['change'],
  filter: NonNullable<TriageMany['filter']>,
): readonly TriagePart[] => {
  const bundles = new Map(
    rows.flatMap(({ row: { bundle }, isBundle }) =>
      isBundle && bundle !== null ? [[bundle.key, bundle.revision]] : [],
    ),
  )
  const named = new Map(
    rows
      .filter(({ isBundle, memberOf }) => !isBundle && (memberOf === null || !bundles.has(memberOf)))
      .map(({ row: { id, revision } }) => [id, { id, revision }]),
  )
  return [
    ...chunks([...named.values()]).map((violations) => ({ violations, change })),
    ...[...bundles].map(([bundle, revision]) => ({ violations: [], bundle, filter, revision, change })),
  ]
}

/** What takes an outcome back: violations that stood alike go together. */
export const undoParts = (data: Triaged['data']): readonly TriagePart[] => {
  const groups = new Map<string, { change: TriageMany['change']; violations: TriageMany['violations'] }>()
  for (const { id, revision, before } of data) {
    if (before === null || revision === null) continue
    const { changeRequest: _, revision: __, ...change } = before
    const group = groups.get(JSON.stringify(change)) ?? { change, violations: [] }
    group.violations.push({ id, revision })
    groups.set(JSON.stringify(change), group)
  }
  return [...groups.values()].flatMap(({ change, violations }) =>
    chunks(violations).map((chunk) => ({ violations: chunk, change })),
  )
}

const chunks = (violations: TriageMany['violations']): TriageMany['violations'][] =>
  Array.from({ length: Math.ceil(violations.length / namedAtOnce) }, (_, at) =>
    violations.slice(at * namedAtOnce, (at + 1) * namedAtOnce),
  )
