const prefix = 'plumbline-test-'

/** The message id of a call that breaks the plan on purpose: whatever tells of it is proof, not a violation. */
export const testMessageId = (id: string): string => `${prefix}${id}`

/** The test that an arrived event belongs to: it is the call itself, or tells of its violation. Null for all others. */
export const testOf = (event: unknown): string | null =>
  [textAt(event, 'messageId'), textAt(at(event, 'properties'), 'eventMessageID')].find((id) =>
    id?.startsWith(prefix),
  ) ?? null

const at = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined

const textAt = (value: unknown, name: string): string | null => {
  const found = at(value, name)
  return typeof found === 'string' ? found : null
}
