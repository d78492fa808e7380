import type { ReactNode } from 'react'
import type { RuleDetail } from '@/contracts/rule'
import { Code } from '../ui/code'
import { Note } from '../ui/note'

type DefectsNoteProps = Pick<RuleDetail, 'defects'> & {
  /** What can be done about them. */
  readonly actions: ReactNode
}

/** What of the schema departs from JSON Schema. It never stops an import; it is said. */
export const DefectsNote = ({ defects, actions }: DefectsNoteProps) =>
  defects.length === 0 ? null : (
    <Note
      tone="warn"
      actions={actions}
      title={defects.length === 1 ? 'The schema has a defect.' : `The schema has ${defects.length} defects.`}
    >
      <ul className="mt-1 flex flex-col gap-1">
        {defects.map(({ name, pointer, explanation }) => (
          <li key={`${name} ${pointer}`}>
            <Code>{pointer === '' ? '/' : pointer}</Code> {explanation}
          </li>
        ))}
      </ul>
    </Note>
  )
