import type { Action, KindEntry } from './change-kinds'

const opposite: Readonly<Record<Action, Action | null>> = {
  added: 'removed',
  removed: 'added',
  widened: 'narrowed',
  narrowed: 'widened',
  loosened: 'tightened',
  tightened: 'loosened',
  // Taken back they are of the same kind again.
  renamed: null,
  changed: null,
}

/**
 * What a registry of kinds leaves open, a sentence each: an action without its opposite, unless a waiver gives the
 * reason, and waivers without a reason or without a gap.
 */
export const mirrorGaps = (
  kinds: Readonly<Record<string, KindEntry>>,
  waivers: Readonly<Record<string, string>>,
): readonly string[] => {
  const entries = Object.entries(kinds)
  const gaps = entries
    .filter(([, { subject, action }]) => {
      const wanted = opposite[action]
      return wanted && !entries.some(([, other]) => other.subject === subject && other.action === wanted)
    })
    .map(([id]) => id)
  const unwaived = gaps.filter((id) => !Object.hasOwn(waivers, id))
  const stale = Object.keys(waivers).filter((id) => !gaps.includes(id))
  const silent = Object.entries(waivers).filter(([, reason]) => reason.trim() === '')
  return [
    ...unwaived.map((id) => `${id} has no opposite.`),
    ...stale.map((id) => `The waiver for ${id} waives nothing.`),
    ...silent.map(([id]) => `The waiver for ${id} gives no reason.`),
  ]
}
