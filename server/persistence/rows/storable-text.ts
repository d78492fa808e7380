/** Text from outside as Postgres can hold it: without U+0000, lone surrogates replaced. */
export const storableText = (text: string): string =>
  text.replaceAll('\0', '').replace(/\p{Surrogate}/gu, '\ufffd')
