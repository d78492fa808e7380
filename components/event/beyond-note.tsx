import type { PropertyTable } from '@/domain/plan/property-table'
import { Code } from '../ui/code'
import { Note } from '../ui/note'

/** What of the rule the table has no place for; it is kept, and stands in the JSON. */
export const BeyondNote = ({ beyond }: Pick<PropertyTable, 'beyond'>) =>
  beyond.length === 0 ? null : (
    <Note>
      The table cannot show{' '}
      {beyond.map(({ schemaPointer, keywords }, at) => (
        <span key={schemaPointer}>
          {at > 0 ? ', ' : ''}
          <Code>{keywords.join(', ')}</Code>
          {schemaPointer === '' ? '' : ` at ${schemaPointer}`}
        </span>
      ))}
      . It stands in the JSON and is kept as it is.
    </Note>
  )
