import type { Json, JsonObject } from '@/sandbox/world/json'

/** A property schema in the making. */
export type Node = JsonObject
/** Properties by name; a trailing `!` makes a property required. */
export type Fields = Record<string, Node>

const described = (type: string, description: string, more: JsonObject = {}): Node => ({
  type,
  description,
  ...more,
})

export const text = (description: string, more?: JsonObject) => described('string', description, more)
export const number = (description: string, more?: JsonObject) => described('number', description, more)
export const whole = (description: string, more?: JsonObject) => described('integer', description, more)
export const flag = (description: string) => described('boolean', description)
export const instant = (description: string) => described('string', description, { format: 'date-time' })
export const matching = (pattern: string, description: string) => text(description, { pattern })
export const oneOf = (description: string, ...values: Json[]) => text(description, { enum: values })
export const listOf = (items: Node, description: string) => described('array', description, { items })
/** A property of any type: Segment leaves `type` out. */
export const anything = (description: string): Node => ({ description })
export const orNull = (node: Node): Node => ({ ...node, type: [node.type ?? 'string', 'null'] })

/** An object with the given fields. */
export const object = (fields: Fields, description?: string): Node => {
  const names = Object.keys(fields)
  const required = names.filter((name) => name.endsWith('!')).map((name) => name.slice(0, -1))
  return {
    type: 'object',
    ...(description && { description }),
    properties: Object.fromEntries(
      Object.entries(fields).map(([name, node]) => [name.replace(/!$/, ''), node]),
    ),
    ...(required.length > 0 && { required }),
  }
}
