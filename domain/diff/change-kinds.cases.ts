import type { ChangeKind } from './change'

/** What happened; each has an opposite, except what only differs. */
export type Action =
  | 'added'
  | 'removed'
  | 'widened'
  | 'narrowed'
  | 'loosened'
  | 'tightened'
  | 'renamed'
  | 'changed'

export type KindEntry = {
  readonly title: string
  /** What the fact is, and where it comes from. */
  readonly why: string
  /** What it happened to. */
  readonly subject: string
  readonly action: Action
}

/** Every kind of change that the diff knows. Ids are public and never renamed. */
export const changeKinds: { readonly [K in ChangeKind]: KindEntry } = {
  'rule-added': {
    title: 'Rule added',
    why: 'A rule stands in the new plan under an identity that the old one had not.',
    subject: 'rule',
    action: 'added',
  },
  'rule-removed': {
    title: 'Rule removed',
    why: 'A rule of the old plan has no successor in the new one.',
    subject: 'rule',
    action: 'removed',
  },
  'rule-renamed': {
    title: 'Rule renamed',
    why: 'A rule goes on under another name, which is known from its lineage and never guessed.',
    subject: 'rule',
    action: 'renamed',
  },
  'property-added': {
    title: 'Property added',
    why: 'An object plans a name that it did not plan.',
    subject: 'property',
    action: 'added',
  },
  'property-removed': {
    title: 'Property removed',
    why: 'An object no longer plans a name.',
    subject: 'property',
    action: 'removed',
  },
  'property-required': {
    title: 'Property required',
    why: 'The object around it lists it among the required ones.',
    subject: 'requirement',
    action: 'tightened',
  },
  'property-optional': {
    title: 'Property optional',
    why: 'The object around it no longer lists it among the required ones.',
    subject: 'requirement',
    action: 'loosened',
  },
  'type-widened': {
    title: 'Type widened',
    why: 'Every type of before is allowed, and others are.',
    subject: 'type',
    action: 'widened',
  },
  'type-narrowed': {
    title: 'Type narrowed',
    why: 'Some types of before are allowed, and no others.',
    subject: 'type',
    action: 'narrowed',
  },
  'type-changed': {
    title: 'Type changed',
    why: 'A type went and another one came.',
    subject: 'type',
    action: 'changed',
  },
  'enum-values-added': {
    title: 'Allowed values added',
    why: 'The list of allowed values grew.',
    subject: 'allowed value',
    action: 'added',
  },
  'enum-values-removed': {
    title: 'Allowed values removed',
    why: 'The list of allowed values lost some.',
    subject: 'allowed value',
    action: 'removed',
  },
  'enum-added': {
    title: 'List of allowed values added',
    why: 'The value was free, and has a list now.',
    subject: 'list of allowed values',
    action: 'added',
  },
  'enum-removed': {
    title: 'List of allowed values removed',
    why: 'The value had a list, and is free now.',
    subject: 'list of allowed values',
    action: 'removed',
  },
  'pattern-changed': {
    title: 'Pattern changed',
    why: 'A pattern came, went or is another one.',
    subject: 'pattern',
    action: 'changed',
  },
  'format-changed': {
    title: 'Format changed',
    why: 'A format came, went or is another one.',
    subject: 'format',
    action: 'changed',
  },
  'bound-changed': {
    title: 'Bound changed',
    why: 'A least or greatest number, length or count, or a step, came, went or moved.',
    subject: 'bound',
    action: 'changed',
  },
  'items-changed': {
    title: 'Content of a list described anew',
    why: 'What a list holds was described in one way and is in another; smaller changes are told one by one.',
    subject: 'list content',
    action: 'changed',
  },
  'names-closed': {
    title: 'Other names refused',
    why: 'The object took names that it does not plan, and takes them no more.',
    subject: 'other names',
    action: 'tightened',
  },
  'names-opened': {
    title: 'Other names taken',
    why: 'The object took planned names only, and takes others now.',
    subject: 'other names',
    action: 'loosened',
  },
  'description-changed': {
    title: 'Description changed',
    why: 'The description of an event or a property came, went or is another one.',
    subject: 'description',
    action: 'changed',
  },
  'labels-changed': {
    title: 'Labels changed',
    why: 'A label came, went or has another value.',
    subject: 'labels',
    action: 'changed',
  },
  'metadata-changed': {
    title: 'Something unseen by validation changed',
    why: 'A title, an example, a legacy id, or another way of writing the same.',
    subject: 'metadata',
    action: 'changed',
  },
  'schema-changed': {
    title: 'Schema changed',
    why: 'What no other kind has a name for: combinations, conditions, references, defects.',
    subject: 'schema',
    action: 'changed',
  },
}
