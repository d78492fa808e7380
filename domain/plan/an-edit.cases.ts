import { aTrackId } from './a-rule.cases'
import type { Edit } from './edit'

/** An edit of a track rule for tests. */
export const anEdit = (key: string, before: string | null, after: string | null, newKey?: string): Edit => ({
  ...aTrackId(key),
  before,
  after,
  ...(newKey === undefined ? {} : { newKey }),
})
