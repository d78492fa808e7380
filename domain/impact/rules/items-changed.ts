import { type ExactJson, isExactObject } from '../../plan/exact-json'
import { impactRule } from '../impact-rule'
import {
  breaking,
  nothingNew,
  noveltyNotEstablished,
  refusalNotEstablished,
  stillAccepted,
} from '../opinions'

/** A schema that names a type takes less than every value. */
const isTyped = (schema: ExactJson | undefined): boolean =>
  isExactObject(schema) && Object.hasOwn(schema, 'type')

const subject = 'the new description of the list'

export const itemsChanged = impactRule({
  id: 'items-changed',
  judges: 'items-changed',
  title: 'What a list may hold is described anew',
  why: 'A description that comes where none was refuses things; one that goes lets them arrive.',
  levels: { senders: ['breaking', 'safe', 'unknown'], readers: ['breaking', 'safe', 'unknown'] },
  senders: ({ before, after }) => {
    if (after === undefined && isTyped(before)) return stillAccepted
    if (before === undefined && isTyped(after)) return breaking('The list may no longer hold just anything.')
    return refusalNotEstablished(subject)
  },
  readers: ({ before, after }) => {
    if (after === undefined && isTyped(before)) return breaking('The list may hold anything.')
    if (before === undefined && isTyped(after)) return nothingNew
    return noveltyNotEstablished(subject)
  },
})
