import type { ChangeView } from '@/contracts/plan'
import { worstLevel } from '@/domain/impact/verdict'
import { ruleKey } from '@/domain/plan/rule-id'
import { type EditGroup, groupEdits } from '@/domain/review/group-edits'
import type { EditDigest } from '@/server/ports/check-store'
import type { Context } from '@/server/ports/context'
import type { Stores } from '@/server/ports/stores'
import type { SkimmedEdit, SkimmedRequest } from '../change-requests/load-change-request'
import { digestOf } from '../checks/edit-digest'
import { judgedChanges } from '../checks/judged-changes'

type RequestGroup = EditGroup<SkimmedEdit> &
  Pick<EditDigest, 'levels'> & { readonly changes: readonly ChangeView[] }

/** What the edits of a request do, as so many decisions, riskiest first, each with the changes of its first edit. */
export const requestGroups = async (
  { judge: { engine } }: Context,
  stores: Stores,
  { request, edits, texts }: SkimmedRequest,
): Promise<readonly RequestGroup[]> => {
  const unread = edits.filter((edit) => !('digest' in edit))
  const told = await judgedChanges(stores, engine, { request, edits: unread })
  const digests = new Map(
    edits.map((edit) => [
      ruleKey(edit),
      'digest' in edit ? edit.digest : digestOf(edit, told.get(ruleKey(edit)) ?? []),
    ]),
  )
  const digest = (edit: SkimmedEdit) => digests.get(ruleKey(edit)) ?? nothing
  const groups = groupEdits(edits, (edit) => {
    const { does, levels } = digest(edit)
    return { does, worst: levels && worstLevel([levels.senders, levels.readers]) }
  })
  const firsts = groups.flatMap(({ edits: [first] }) => (first && 'digest' in first ? [first] : []))
  const changes = new Map([
    ...told,
    ...(await judgedChanges(stores, engine, { request, edits: firsts, texts })),
  ])
  return groups.map((group) => {
    const [first] = group.edits
    return {
      ...group,
      levels: first ? digest(first).levels : null,
      changes: (first && changes.get(ruleKey(first))) ?? [],
    }
  })
}

const nothing: EditDigest = { does: '', levels: null, schema: null }
