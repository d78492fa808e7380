import { showValue } from '../../diff/describe-change'
import { allowsType } from '../../diff/diff-types'
import type { ExactJson } from '../../plan/exact-json'
import { impactRule } from '../impact-rule'
import { breaking, nothingNew, safe, stillAccepted } from '../opinions'
import { typeOfValue } from '../type-of-value'

const neverAllowed = safe('The type never allowed the value.')

/** A value that the type lets through; one that it does not, nobody ever met. */
const possibleAmong = (
  values: readonly ExactJson[],
  types: readonly string[] | null,
): ExactJson | undefined => values.find((value) => allowsType(types, typeOfValue(value)))

export const enumValuesAdded = impactRule({
  id: 'enum-values-added',
  judges: 'enum-values-added',
  title: 'Values were added to a list of allowed ones',
  why: 'A model that tells the values apart does not know the new one.',
  levels: { senders: ['safe'], readers: ['breaking', 'safe'] },
  senders: () => stillAccepted,
  readers: ({ after, types }) => {
    const value = possibleAmong(after, types)
    return value === undefined ? neverAllowed : breaking(`${showValue(value)} may arrive.`)
  },
})

export const enumValuesRemoved = impactRule({
  id: 'enum-values-removed',
  judges: 'enum-values-removed',
  title: 'Allowed values were taken away',
  why: 'Who still sends one of them breaks the rule.',
  levels: { senders: ['breaking', 'safe'], readers: ['safe'] },
  senders: ({ before, types }) => {
    const value = possibleAmong(before, types)
    return value === undefined
      ? neverAllowed
      : breaking(`Events that send ${showValue(value)} become violations.`)
  },
  readers: () => nothingNew,
})
