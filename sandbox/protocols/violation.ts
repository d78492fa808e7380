/** What a violation says in Segment: the words of its validator, title-cased. `field` is dotted, `(root)` for the top. */
export type Violation = { type: string; field: string; description: string }
