import type { ChangeOf } from '../../diff/change'
import { showValue } from '../../diff/describe-change'
import { impactRule } from '../impact-rule'
import { noveltyNotEstablished, refusalNotEstablished } from '../opinions'

const subject = ({ keyword }: ChangeOf<'schema-changed'>): string =>
  keyword === null ? 'the new schema' : `the change of ${showValue(keyword)}`

export const schemaChanged = impactRule({
  id: 'schema-changed',
  judges: 'schema-changed',
  title: 'A part of the schema changed that no other kind has a name for',
  why: 'Combinations, conditions and the like: what they do to whom is for the proof to find.',
  levels: { senders: ['unknown'], readers: ['unknown'] },
  senders: (change) => refusalNotEstablished(subject(change)),
  readers: (change) => noveltyNotEstablished(subject(change)),
})
