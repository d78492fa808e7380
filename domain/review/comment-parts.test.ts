import fc from 'fast-check'
import { expect, test } from 'vitest'
import { commentParts } from './comment-parts'

const names = ['Ann', 'Ann Author', 'ann@example.com']
const shown = (body: string) => commentParts(body, names).map(({ kind, text }) => `${kind}:${text}`)

test.each([
  ['Plain.\nTwo lines.', ['text:Plain.\nTwo lines.']],
  ['Use `order_id` here', ['text:Use ', 'code:order_id', 'text: here']],
  ['```json\n{\n  "a": 1\n}\n```\nso', ['block:{\n  "a": 1\n}', 'text:\nso']],
  ['See https://example.com/a?b=1.', ['text:See ', 'link:https://example.com/a?b=1', 'text:.']],
  ['javascript:alert(1) <b>x</b>', ['text:javascript:alert(1) <b>x</b>']],
  ['@Ann Author, look', ['mention:Ann Author', 'text:, look']],
  ['@Ann, look', ['mention:Ann', 'text:, look']],
  ['@Anna', ['text:@Anna']],
  ['@Nobody', ['text:@Nobody']],
  ['(@ann@example.com)', ['text:(', 'mention:ann@example.com', 'text:)']],
  ['me@Ann', ['text:me@Ann']],
  ['`@Ann`', ['code:@Ann']],
  ['```\nnever closed', ['text:```\nnever closed']],
])('%j', (body, parts) => expect(shown(body)).toEqual(parts))

const written = { text: '', code: '`', link: '', mention: '@' } as const

test('nothing of a comment is lost', () => {
  const pieces = fc.constantFrom('`', '\n', '@', 'Ann', ' Author', 'https://', 'x', '.', ' ', '<', '"')
  fc.assert(
    fc.property(fc.array(pieces), (given) => {
      const again = commentParts(given.join(''), names).map(({ kind, text }) => {
        if (kind === 'block') return text
        return `${written[kind]}${text}${kind === 'code' ? '`' : ''}`
      })
      fc.pre(!given.join('').includes('```'))
      expect(again.join('')).toBe(given.join(''))
    }),
  )
})
