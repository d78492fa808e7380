/** What a call can do wrong: one word for each kind of constraint. */
export const violationTypes = [
  'required',
  'invalid-type',
  'enum',
  'pattern',
  'format',
  'range',
  'length',
  'items',
  'combination',
  'unplanned-event',
  'unplanned-property',
  'other',
] as const

export type ViolationType = (typeof violationTypes)[number]
