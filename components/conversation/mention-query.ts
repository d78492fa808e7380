import { isMeantBy } from '@/domain/review/mentions'

type Member = { readonly id: string; readonly name: string; readonly email: string }

/** What is being typed after an `@` just before the caret, and where the `@` stands; null where nothing is. */
export const mentionAt = (
  text: string,
  caret: number,
): { readonly at: number; readonly typed: string } | null => {
  const [, typed] = /(?:^|[^\p{L}\p{N}.])@([^@\n]{0,60})$/u.exec(text.slice(0, caret)) ?? []
  return typed === undefined ? null : { at: caret - typed.length - 1, typed }
}

/** Up to six of the members that the server found: what was typed since has left some of them behind. */
export const membersFor = <M extends Member>(members: readonly M[], typed: string): readonly M[] =>
  members.filter((member) => isMeantBy(member, typed)).slice(0, 6)

/** What stands after the `@` for a member: the name, or the address where others have the same name. */
export const mentionOf = ({ id, name, email }: Member, members: readonly Member[]): string =>
  members.some((other) => other.id !== id && other.name === name) ? email : name
