/** Text from outside as Postgres can hold it: without U+0000, lone surrogates replaced. */
export const storableText = (text: string): string =>
  odd.test(text) ? text.replaceAll('\0', '').replace(/\p{Surrogate}/gu, '\ufffd') : text

const odd = /[\0\p{Surrogate}]/u
