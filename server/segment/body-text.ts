/** JSON that goes out as it stands: a schema is sent in the spelling that was received or written. */
export class RawJson {
  constructor(readonly text: string) {}
}

/** The JSON text of a request body; like `JSON.stringify`, but a `RawJson` stands for its own text. */
export const bodyText = (value: unknown): string => {
  if (value instanceof RawJson) return value.text
  if (Array.isArray(value)) return `[${value.map(bodyText).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const members = Object.entries(value).filter(([, member]) => member !== undefined)
  return `{${members.map(([key, member]) => `${JSON.stringify(key)}:${bodyText(member)}`).join(',')}}`
}
