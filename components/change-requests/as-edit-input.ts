import type { EditInput, EditView } from '@/contracts/change-request'

/** An edit as it was read, to be saved again just so. The exact text goes along, since numbers may be rounded in JSON. */
export const asEditInput = ({ type, key, version, newKey, after, afterText }: EditView): EditInput => ({
  type,
  key,
  version,
  jsonSchema: after as EditInput['jsonSchema'],
  ...(newKey === undefined ? {} : { newKey }),
  ...(afterText === null ? {} : { schemaText: afterText }),
})
