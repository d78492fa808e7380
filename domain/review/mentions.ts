import { commentParts } from './comment-parts'

type Person = { readonly id: string; readonly name: string; readonly email: string }

/** What people write after an `@`, and whom it means. */
export type Mentionable = ReadonlyMap<string, string>

/** Everybody by address, and by name where nobody else has it. */
export const mentionableOf = (people: readonly Person[]): Mentionable => {
  const named = people.filter(
    ({ id, name }) => !people.some((other) => other.id !== id && other.name === name),
  )
  return new Map([
    ...people.map(({ id, email }) => [email, id] as const),
    ...named.map(({ id, name }) => [name, id] as const),
  ])
}

/** The names and addresses that a text mentions, as they stand there, each once. Code mentions nobody. */
export const mentionsIn = (body: string, mentionable: Mentionable): readonly string[] =>
  body.includes('@')
    ? [
        ...new Set(
          commentParts(body, [...mentionable.keys()])
            .filter(({ kind }) => kind === 'mention')
            .map(({ text }) => text),
        ),
      ]
    : []

type Said = { readonly by: string; readonly body: string }

/**
 * Whether somebody is mentioned in what others said and has not said anything after it. `said` is one thread, oldest
 * first.
 */
export const isMentionOpen = (said: readonly Said[], person: string, mentionable: Mentionable): boolean => {
  const own = said.findLastIndex(({ by }) => by === person)
  return said
    .slice(own + 1)
    .some(({ body }) => mentionsIn(body, mentionable).some((name) => mentionable.get(name) === person))
}
