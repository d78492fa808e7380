/** White space that is no plain space, and what is not seen at all. */
const unseen = /[^\S ]|\p{C}|^ | $| {2}/u

/** What would be read as the way to another place. */
const misread = /["[\].]/

/** The name of an event as it stands; in quotes, with what is not seen spelt out, where two names could look alike. */
export const showName = (name: string): string => (name === '' || unseen.test(name) ? quoted(name) : name)

/** The name of a property as one part of a path. */
export const showPart = (name: string): string =>
  name === '' || unseen.test(name) || misread.test(name) ? quoted(name) : name

const quoted = (name: string): string =>
  JSON.stringify(name).replace(/[^\S ]|\p{C}/gu, (character) => {
    const code = (character.codePointAt(0) ?? 0).toString(16)
    return code.length > 4 ? `\\u{${code}}` : `\\u${code.padStart(4, '0')}`
  })
