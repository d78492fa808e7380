import type { Rule } from './rule'

/** Whether two rules say the same; equal texts need no hash to tell. */
export const sameContent = (a: Rule, b: Rule): boolean => a.schemaText === b.schemaText || a.hash === b.hash
