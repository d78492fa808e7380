import type { ExactJson } from '../../plan/exact-json'
import { impactRule } from '../impact-rule'
import { breaking, nothingNew, safe, stillAccepted } from '../opinions'

/** Types of so few values that a list can name them all. */
const valuesOf: Readonly<Record<string, readonly ExactJson[]>> = { boolean: [true, false], null: [null] }

const namesAll = (list: readonly ExactJson[], types: readonly string[] | null): boolean =>
  types?.every((type) => valuesOf[type]?.every((value) => list.includes(value)) === true) === true

const all = safe('The list names every value that the type has.')

export const enumListAdded = impactRule({
  id: 'enum-list-added',
  judges: 'enum-added',
  title: 'A free value got a list of allowed ones',
  why: 'Who sent another value followed the old plan.',
  levels: { senders: ['breaking', 'safe'], readers: ['safe'] },
  senders: ({ after, types }) =>
    namesAll(after, types) ? all : breaking('Every value that is not on the list is refused.'),
  readers: () => nothingNew,
})

export const enumListRemoved = impactRule({
  id: 'enum-list-removed',
  judges: 'enum-removed',
  title: 'A list of allowed values was given up',
  why: 'A model that tells the values apart meets others.',
  levels: { senders: ['safe'], readers: ['breaking', 'safe'] },
  senders: () => stillAccepted,
  readers: ({ before, types }) => (namesAll(before, types) ? all : breaking('Any value may arrive.')),
})
