import { expect, it } from 'vitest'
import { planted } from './mask.cases'
import { maskMessageId } from './mask-message-id'

it.each(planted)('$kind in an id leaves a digest, the same each time', ({ text, secret }) => {
  const masked = maskMessageId(`order ${text}`)
  expect(masked).toMatch(/^hidden-[\da-f]{32}$/)
  expect(masked).not.toContain(secret)
  expect(maskMessageId(`order ${text}`)).toBe(masked)
  expect(maskMessageId(`order  ${text}`)).not.toBe(masked)
  expect(maskMessageId(masked)).toBe(masked)
})

it.each([
  'm-1',
  'ajs-next-1764144000123-123e4567-e89b-12d3-a456-426614174000',
  'ajs-next-0f8fad5bd9cb469fa1657086b4f7c0de',
  'node-next-1764144000123-123e4567-e89b-12d3-a456-426614174000',
  'E621E1F8-C36C-495A-93FC-0C247A3E6E5F',
  'api-1jokHaXYMSiSxFxFVxFxAbCdEfG',
  'order 4711 is paid',
])('%s tells nobody and stays', (id) => {
  expect(maskMessageId(id)).toBe(id)
})
