/**
 * The form of texts as a pattern of RE2: runs of digits, capitals and small letters, and signs as they are:
 * `^[A-Z]{2}-\d{4}$`. Null where they have no form in common.
 */
export const commonShape = (texts: readonly string[]): string | null => {
  const [first, ...others] = texts.map(runsOf)
  if (first === undefined || first.length === 0 || first.length > mostRuns) return null
  const isAlike = others.every(
    (runs) => runs.length === first.length && runs.every((run, i) => run.kind === first[i]?.kind),
  )
  if (!isAlike) return null
  const all = [first, ...others]
  const parts = first.map(({ kind }, i) => {
    const lengths = all.map((runs) => runs[i]?.length ?? 0)
    const [least, most] = [Math.min(...lengths), Math.max(...lengths)]
    if (kind.length === 1 || !kind.startsWith('[')) return kind.repeat(1)
    if (least !== most) return `${kind}{${least},${most}}`
    return least === 1 ? kind : `${kind}{${least}}`
  })
  return `^${parts.join('')}$`
}

const mostRuns = 20

type Run = { readonly kind: string; readonly length: number }

/** A sign stands for itself, each in a run of its own. */
const runsOf = (text: string): readonly Run[] =>
  [...text.matchAll(/\d+|[A-Z]+|[a-z]+|[\s\S]/gu)].map(([run]) => {
    if (/^\d/.test(run)) return { kind: '[0-9]', length: run.length }
    if (/^[A-Z]/.test(run)) return { kind: '[A-Z]', length: run.length }
    if (/^[a-z]/.test(run)) return { kind: '[a-z]', length: run.length }
    return { kind: run.replace(/[\\^$.*+?()[\]{}|]/, '\\$&'), length: 1 }
  })
