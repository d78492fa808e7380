import { isMentionOpen, type Mentionable } from '@/domain/review/mentions'
import type { Actor } from '@/server/ports/context'
import type { Stores } from '@/server/ports/stores'
import type { ViolationComment } from '@/server/ports/violation-comment-store'
import { mentionableIn } from './open-mentions'

/** Ids of the violations in which others mention a person who has said nothing since, the newest mention first. */
export const violationsNaming = async (stores: Stores, { personId }: Actor): Promise<readonly string[]> => {
  if (personId === null) return []
  const mentionable = await mentionableIn(stores)
  const said = await stores.violationComments.whereNamed(namesOf(mentionable, personId))
  const talks = new Map<string, ViolationComment[]>()
  for (const comment of said)
    talks.set(comment.violationId, [...(talks.get(comment.violationId) ?? []), comment])
  return [...talks]
    .filter(([, comments]) => isMentionOpen(comments, personId, mentionable))
    .sort(([, a], [, b]) => ((a.at(-1)?.at ?? '') < (b.at(-1)?.at ?? '') ? 1 : -1))
    .map(([violation]) => violation)
}

const namesOf = (mentionable: Mentionable, personId: string): readonly string[] =>
  [...mentionable].flatMap(([name, id]) => (id === personId ? [name] : []))
