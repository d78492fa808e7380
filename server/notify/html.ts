/** A piece of HTML; only `html` makes one. */
type Html = { readonly text: string }

/** HTML in which every text that is put in is escaped, also within quoted attributes. */
export const html = (
  parts: TemplateStringsArray,
  ...values: readonly (string | Html | readonly Html[])[]
): Html => ({
  text: parts.map((part, at) => (at === 0 ? part : `${written(values[at - 1] ?? '')}${part}`)).join(''),
})

const written = (value: string | Html | readonly Html[]): string => {
  if (typeof value === 'string')
    return value.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)
  return 'text' in value ? value.text : value.map(({ text }) => text).join('')
}
