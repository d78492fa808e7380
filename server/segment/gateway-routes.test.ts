import { beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import { startSandbox } from '@/sandbox/start-sandbox'
import type { SegmentAnswer, SegmentGateway } from '@/server/ports/segment-gateway'
import { segmentGateway } from './gateway'

const httpApi = 'iUM16Md8P2'
const webhooksActions = '614a3c7d791c91c41bae7599'

const given = async <T>(answer: Promise<SegmentAnswer<T>>): Promise<T> => {
  const told = await answer
  if (!told.ok) throw new Error(told.problem.message)
  return told.value
}

let segment: SegmentGateway
let url: string

beforeEach(async () => {
  const sandbox = await startSandbox({ history: false })
  onTestFinished(sandbox.close)
  url = sandbox.url
  segment = segmentGateway({ token: 'sandbox', apiUrl: url })
})

const arm = (fault: object) =>
  fetch(`${url}/_sandbox/faults`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(fault),
  })

describe('destinations', () => {
  it('say which mode they can be in, and what their mappings can do', async () => {
    const [web] = await given(segment.sources())
    const found = await given(segment.destinations(web?.id ?? ''))
    expect(found.map(({ name, mode }) => [name, mode])).toEqual([
      ['Google Analytics 4 Cloud', 'cloud'],
      ['Amplitude (Actions)', 'cloud'],
      ['Google Tag Manager', 'device'],
    ])
    const made = await given(
      segment.createDestination({
        sourceId: web?.id ?? '',
        metadataId: webhooksActions,
        name: 'Ours',
        settings: { sharedSecret: 's' },
      }),
    )
    expect(made).toMatchObject({ name: 'Ours', actions: [{ slug: 'send' }] })
    await given(segment.removeDestination(made.id))
    expect(await given(segment.destinations(web?.id ?? ''))).toHaveLength(3)
  })

  it('get a mapping by the alpha call, and say so where it is off', async () => {
    const [web] = await given(segment.sources())
    const { id, actions } = await given(
      segment.createDestination({
        sourceId: web?.id ?? '',
        metadataId: webhooksActions,
        name: 'Ours',
        settings: {},
      }),
    )
    const mapping = {
      name: 'Violations',
      actionId: actions[0]?.id ?? '',
      trigger: 'type = "track"',
      enabled: true,
      settings: { url: 'http://127.0.0.1:1/hook' },
    }
    await given(segment.createSubscription(id, mapping))
    expect(await given(segment.subscriptions(id))).toMatchObject([
      { name: 'Violations', trigger: 'type = "track"', settings: { url: 'http://127.0.0.1:1/hook' } },
    ])
    await arm({ do: 'feature-off', match: { path: '/subscriptions$' }, times: null })
    expect(await segment.subscriptions(id)).toMatchObject({ ok: false, problem: { kind: 'no-protocols' } })
    expect(await segment.createSubscription(id, mapping)).toMatchObject({ ok: false })
  })
})

describe('sources', () => {
  it('are made once: a cut answer is not followed by a second call', async () => {
    await arm({ do: 'cut-after-commit', match: { method: 'POST', path: '^/sources$' } })
    expect(await segment.createSource({ slug: 'ours', metadataId: httpApi })).toMatchObject({
      ok: false,
      problem: { kind: 'unavailable' },
    })
    const made = (await given(segment.sources())).filter(({ slug }) => slug === 'ours')
    expect(made).toMatchObject([{ platform: 'server', kind: 'HTTP API' }])
    await given(segment.removeSource(made[0]?.id ?? ''))
    expect((await given(segment.sources())).some(({ slug }) => slug === 'ours')).toBe(false)
  })

  it('are told where to forward to; what is left out is turned off', async () => {
    const [web, , , receiver] = await given(segment.sources())
    const before = await given(segment.sourceSettings(web?.id ?? ''))
    await given(
      segment.changeSourceSettings(web?.id ?? '', { ...before, forwardingBlockedEventsTo: receiver?.id }),
    )
    expect(await given(segment.sourceSettings(web?.id ?? ''))).toEqual({
      ...before,
      forwardingBlockedEventsTo: receiver?.id,
    })
    const { forwardingViolationsTo: _, ...without } = before
    await given(segment.changeSourceSettings(web?.id ?? '', without))
    expect(await given(segment.sourceSettings(web?.id ?? ''))).toEqual(without)
  })

  it('show their write keys to those who may see them, and take a call sent with one', async () => {
    const [web] = await given(segment.sources())
    const [key] = await given(segment.writeKeys(web?.id ?? ''))
    const readOnly = segmentGateway({ token: 'sandbox-read-only', apiUrl: url })
    expect(await given(readOnly.writeKeys(web?.id ?? ''))).toEqual([])
    const call = { type: 'track', event: 'Anything', userId: 'u', messageId: 'm-1' }
    expect(await segment.sendCall(key ?? '', call)).toEqual({ ok: true, value: null })
    const seen = await (await fetch(`${url}/_sandbox/requests?path=/v1/track`)).json()
    expect(seen.requests[0].body).toMatchObject({ messageId: 'm-1' })
  })

  it('that cannot be sent to are reported, not thrown', async () => {
    const nowhere = segmentGateway({ token: 'sandbox', apiUrl: 'http://127.0.0.1:1' })
    expect(await nowhere.sendCall('k', { type: 'track' })).toMatchObject({
      ok: false,
      problem: { kind: 'unavailable' },
    })
  })
})
