import type { ChangeView } from '@/contracts/plan'
import { worstLevel } from '@/domain/impact/verdict'
import type { Edit } from '@/domain/plan/edit'
import { whatIsDone } from '@/domain/review/group-edits'
import type { EditDigest } from '@/server/ports/check-store'
import { schemaFacts } from '../change-requests/schema-facts'

/** What an edit with these changes does, in short. */
export const digestOf = (edit: Edit, changes: readonly ChangeView[]): EditDigest => ({
  does: whatIsDone(edit, changes),
  levels:
    changes.length === 0
      ? null
      : {
          senders: worstLevel(changes.map(({ senders }) => senders)),
          readers: worstLevel(changes.map(({ readers }) => readers)),
        },
  schema: edit.after === null ? null : schemaFacts(edit.after),
})
