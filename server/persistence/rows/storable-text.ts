/** Text from outside as Postgres can hold it: without U+0000, lone surrogates replaced. */
export const storableText = (text: string): string =>
  odd.test(text) ? text.replaceAll('\0', '').replace(/\p{Surrogate}/gu, '\ufffd') : text

// Whole pairs too: telling them apart takes longer, and few texts have any.
const odd = /[\0\ud800-\udfff]/
