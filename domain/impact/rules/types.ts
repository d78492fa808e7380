import type { ChangeOf } from '../../diff/change'
import { impactRule } from '../impact-rule'
import {
  breaking,
  nothingNew,
  noveltyNotEstablished,
  refusalNotEstablished,
  stillAccepted,
} from '../opinions'
import type { Opinion } from '../verdict'

type TypeChange = ChangeOf<'type-changed' | 'type-widened' | 'type-narrowed'>

const typeNames = new Set(['array', 'boolean', 'integer', 'null', 'number', 'object', 'string'])

/** JSON Schema does not say what a type means that it does not know. */
const where = (isKnown: boolean, opinion: Opinion, otherwise: Opinion): Opinion =>
  isKnown ? opinion : otherwise

const areKnown = ({ before, after }: TypeChange): boolean =>
  [...(before ?? []), ...(after ?? [])].every((type) => typeNames.has(type))

const unknownType = 'a type that JSON Schema does not know'

const forSenders = (change: TypeChange, opinion: Opinion): Opinion =>
  where(areKnown(change), opinion, refusalNotEstablished(unknownType))

const forReaders = (change: TypeChange, opinion: Opinion): Opinion =>
  where(areKnown(change), opinion, noveltyNotEstablished(unknownType))

const refused = breaking('A type that was accepted is refused.')
const arrives = breaking('A type may arrive that could not before.')

export const typeWidened = impactRule({
  id: 'type-widened',
  judges: 'type-widened',
  title: 'More types are allowed',
  why: 'A warehouse column has one type.',
  levels: { senders: ['safe', 'unknown'], readers: ['breaking', 'unknown'] },
  senders: (change) => forSenders(change, stillAccepted),
  readers: (change) => forReaders(change, arrives),
})

export const typeNarrowed = impactRule({
  id: 'type-narrowed',
  judges: 'type-narrowed',
  title: 'Fewer types are allowed',
  why: 'Apps that send the type that went are refused.',
  levels: { senders: ['breaking', 'unknown'], readers: ['safe', 'unknown'] },
  senders: (change) => forSenders(change, refused),
  readers: (change) => forReaders(change, nothingNew),
})

export const typeChanged = impactRule({
  id: 'type-changed',
  judges: 'type-changed',
  title: 'Another type is asked for',
  why: 'What was right is wrong now, and what arrives is new.',
  levels: { senders: ['breaking', 'unknown'], readers: ['breaking', 'unknown'] },
  senders: (change) => forSenders(change, refused),
  readers: (change) => forReaders(change, arrives),
})
