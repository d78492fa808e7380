import { idAfterEdit } from './apply-edits'
import type { Edit } from './edit'

/** The edit that takes another one back, to be made where that one has been made. */
export const invertEdit = (edit: Edit): Edit => {
  const { key } = idAfterEdit(edit)
  const { type, version, before, after } = edit
  const undone = { type, key, version, before: after, after: before }
  return key === edit.key || edit.key === null ? undone : { ...undone, newKey: edit.key }
}
