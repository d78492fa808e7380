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

/** Whether a member is offered for what was typed after an `@`: a word of the name, or the address, begins with it. */
export const isMeantBy = ({ name, email }: Omit<Person, 'id'>, typed: string): boolean => {
  const words = name.split(' ')
  const begun = typed.toLowerCase()
  const ends = words.map((_, at) => words.slice(at).join(' '))
  return [...ends, email].some((text) => text.toLowerCase().startsWith(begun))
}

type Said = { readonly by: string; readonly body: string }

/**
 * Whether somebody is mentioned in what others said and has not said anything after it. `said` is one thread, oldest
 * first.
 */
export const isMentionOpen = (said: readonly Said[], person: string, mentionable: Mentionable): boolean => {
  const own = said.findLastIndex(({ by }) => by === person)
  return isMentioned(said.slice(own + 1), person, mentionable)
}

/** Whether somebody is mentioned in what others said. */
export const isMentioned = (said: readonly Said[], person: string, mentionable: Mentionable): boolean =>
  said.some(
    ({ by, body }) =>
      by !== person && mentionsIn(body, mentionable).some((name) => mentionable.get(name) === person),
  )
