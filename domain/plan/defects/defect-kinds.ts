/** One way in which schemas of live plans depart from JSON Schema draft-07. */
export type DefectKind = {
  readonly title: string
  /** What follows from it, for the person who has to decide. */
  readonly why: string
  /** Whether a strict validator refuses the schema for it, or only passes over it. */
  readonly strict: 'refuses' | 'ignores'
  /** What a repair does. */
  readonly repair: string
  /** Whether only one thing can have been meant; `either` where it depends on what stands there. */
  readonly certainty: 'certain' | 'guess' | 'either'
}

/** Every kind of defect that is known; a new one is an entry here, a detector and a repairer. */
export const defectKinds = {
  'unknown-type': {
    title: 'A type that does not exist',
    why: 'No validator knows what to check: "any", "string," and "Int" are none of the seven types.',
    strict: 'refuses',
    repair: '"any" is left out, since no type means any; a word that is nearly a type is read as it.',
    certainty: 'either',
  },
  'type-is-not-text': {
    title: 'A type that is no text',
    why: 'A type is named by text; null without quotes names none.',
    strict: 'refuses',
    repair: 'null beside other types is read as "null"; alone it is left out.',
    certainty: 'either',
  },
  'required-is-not-a-list': {
    title: '"required" that lists no names',
    why: 'Draft-03 wrote true on the property. Since then the object around it lists names, so nothing is required.',
    strict: 'refuses',
    repair:
      'true on a property moves to the list of the object around it, which then refuses calls without it.',
    certainty: 'either',
  },
  'properties-is-not-a-map': {
    title: '"properties" that is no map',
    why: 'No property is planned by it.',
    strict: 'refuses',
    repair: 'An empty list becomes an empty map; anything else is given up.',
    certainty: 'either',
  },
  'schema-is-not-a-schema': {
    title: 'Something else where a schema should stand',
    why: 'A schema is an object, true or false.',
    strict: 'refuses',
    repair: 'The name of a type becomes a schema of that type, anything else one that takes everything.',
    certainty: 'guess',
  },
  'enum-is-not-a-list': {
    title: 'Allowed values that are no list',
    why: 'Nothing is checked.',
    strict: 'refuses',
    repair: 'The value becomes a list of one.',
    certainty: 'guess',
  },
  'enum-is-empty': {
    title: 'An empty list of allowed values',
    why: 'Read strictly, no value is allowed at all.',
    strict: 'refuses',
    repair: 'The list is left out.',
    certainty: 'guess',
  },
  'named-twice': {
    title: 'A type, name or value that stands twice in one list',
    why: 'It says nothing more than once, and draft-07 refuses it.',
    strict: 'refuses',
    repair: 'It stands once.',
    certainty: 'certain',
  },
  'wrong-kind-of-value': {
    title: 'A keyword with a value that it cannot have',
    why: 'A limit written as text or as null limits nothing.',
    strict: 'refuses',
    repair: 'null is left out; text that spells the right kind of value becomes it; the rest is left out.',
    certainty: 'either',
  },
  'boolean-exclusive-bound': {
    title: 'A draft-04 exclusive bound',
    why: 'Draft-04 wrote true beside the bound; draft-07 wants the bound itself.',
    strict: 'refuses',
    repair: 'The bound moves to the exclusive keyword; true without a bound, and false, are left out.',
    certainty: 'certain',
  },
  'legacy-draft': {
    title: 'A schema that names another draft',
    why: 'Segment reads draft-07, and strict validators refuse what they were not made for.',
    strict: 'refuses',
    repair: 'It names draft-07.',
    certainty: 'certain',
  },
  'legacy-id': {
    title: 'A draft-04 "id"',
    why: 'Older editors gave every node one that only repeats its place. Draft-07 does not know the word.',
    strict: 'ignores',
    repair: 'It is left out.',
    certainty: 'certain',
  },
  'new-property-mark': {
    title: 'A mark left behind by an editor',
    why: '"isNewProperty" means nothing to JSON Schema.',
    strict: 'ignores',
    repair: 'It is left out.',
    certainty: 'certain',
  },
  'labels-keyword': {
    title: 'Labels on a property',
    why: 'Labels are Segment’s own and stand at the top of an event; elsewhere only people read them.',
    strict: 'ignores',
    repair: 'They are left out.',
    certainty: 'guess',
  },
  'keyword-without-effect': {
    title: 'A keyword that has no effect where it stands',
    why: '"if" says nothing without "then" or "else", they say nothing without it, and "additionalItems" nothing without a list of places.',
    strict: 'ignores',
    repair: 'It is left out.',
    certainty: 'certain',
  },
  'unknown-keyword': {
    title: 'A keyword that draft-07 does not know',
    why: 'It checks nothing: a misspelt keyword, one of another draft, or a note of some tool.',
    strict: 'ignores',
    repair: 'It is left out.',
    certainty: 'guess',
  },
} as const satisfies Readonly<Record<string, DefectKind>>

export type DefectName = keyof typeof defectKinds
