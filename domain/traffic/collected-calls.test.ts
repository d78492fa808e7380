import { describe, expect, it } from 'vitest'
import type { Json } from '../plan/json'
import { collectedCalls, collectorLimits, collectorPath } from './collected-calls'

const read = (path: Parameters<typeof collectedCalls>[0], body: Json | string) => {
  const text = typeof body === 'string' ? body : JSON.stringify(body)
  return collectedCalls(path, text, Buffer.byteLength(text))
}

describe('what a request to the collector holds', () => {
  it.each([
    ['t', 'track'],
    ['identify', 'identify'],
    ['b', 'batch'],
    ['v', undefined],
    ['__proto__', undefined],
  ])('the path %s means %s', (name, path) => {
    expect(collectorPath(name)).toBe(path)
  })

  it('gives a call the type of its path, whatever it says itself', () => {
    expect(read('track', { writeKey: 'k', type: 'page', event: 'A' })).toEqual({
      ok: true,
      writeKey: 'k',
      calls: [{ type: 'track', event: 'A' }],
    })
  })

  it('hands on what a batch says of its calls; what a call says wins', () => {
    const batch: Json = {
      batch: [
        { type: 'track', event: 'A', context: { app: 1 } },
        { type: 'page', sentAt: 'y' },
      ],
      context: { app: 0, ip: 2 },
      integrations: { All: true },
      sentAt: 'x',
    }
    expect(read('batch', batch)).toEqual({
      ok: true,
      writeKey: null,
      calls: [
        { type: 'track', event: 'A', context: { app: 1, ip: 2 }, integrations: { All: true }, sentAt: 'x' },
        { type: 'page', context: { app: 0, ip: 2 }, integrations: { All: true }, sentAt: 'y' },
      ],
    })
  })

  it('takes the write key of a call where the batch has none', () => {
    expect(read('batch', { batch: [{ type: 'track', writeKey: 'k' }] })).toMatchObject({ writeKey: 'k' })
  })

  it.each<[string, Parameters<typeof collectedCalls>[0], Json | string]>([
    ['no JSON', 'track', '{'],
    ['no object', 'track', '[]'],
    ['a batch without a list', 'batch', { batch: {} }],
    ['a call beyond its limit', 'track', { event: 'x'.repeat(collectorLimits.callBytes) }],
    [
      'a call in a batch beyond its limit, in bytes',
      'batch',
      { batch: [{ type: 'track' }, { event: 'å'.repeat(collectorLimits.callBytes / 2) }] },
    ],
    ['a batch beyond its limit', 'batch', { batch: [], filler: 'x'.repeat(collectorLimits.batchBytes) }],
    ['too many calls', 'batch', { batch: Array.from({ length: 2_501 }, () => 0) }],
  ])('refuses %s', (_name, path, body) => {
    expect(read(path, body)).toMatchObject({ ok: false })
  })

  it('takes as many as it may', () => {
    expect(read('batch', { batch: Array.from({ length: 2_500 }, () => ({ type: 'track' })) })).toMatchObject({
      ok: true,
    })
  })
})
