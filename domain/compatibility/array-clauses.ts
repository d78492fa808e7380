import type { Clause, Literal } from './fact'
import type { ArrayLimits, SchemaNode } from './schema-node'

const yes = (node: SchemaNode): Literal => ({ node, yes: true })
const no = (node: SchemaNode): Literal => ({ node, yes: false })

/** What `items`, `contains`, `uniqueItems` and the bounds demand of a list, and of one that they refuse. */
export const arrayClauses = ({
  prefix,
  rest,
  minItems,
  maxItems,
  unique,
  contains,
}: ArrayLimits): Clause[] => [
  ...(prefix.length > 0 || rest
    ? [
        {
          accepts: [[{ is: 'items', prefix: prefix.map(yes), ...(rest && { rest: yes(rest) }) } as const]],
          refuses: [
            ...prefix.map((node, index) => [{ is: 'item-at', index, item: no(node) } as const]),
            ...(rest ? [[{ is: 'item-from', index: prefix.length, item: no(rest) } as const]] : []),
          ],
        },
      ]
    : []),
  ...(minItems
    ? [
        {
          accepts: [[{ is: 'at-least', count: minItems } as const]],
          refuses: [[{ is: 'at-most', count: minItems - 1 } as const]],
        },
      ]
    : []),
  ...(maxItems === undefined
    ? []
    : [
        {
          accepts: [[{ is: 'at-most', count: maxItems } as const]],
          refuses: [[{ is: 'at-least', count: maxItems + 1 } as const]],
        },
      ]),
  ...(unique
    ? [
        {
          accepts: [[{ is: 'distinct', yes: true } as const]],
          refuses: [[{ is: 'distinct', yes: false } as const]],
        },
      ]
    : []),
  ...(contains
    ? [
        {
          accepts: [[{ is: 'item-from', index: 0, item: yes(contains) } as const]],
          refuses: [[{ is: 'items', prefix: [], rest: no(contains) } as const]],
        },
      ]
    : []),
]
