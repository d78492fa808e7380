import { trackingUrl } from '@/domain/sources/tracking-url'
import type { SegmentAnswer } from '@/server/ports/segment-gateway'

const timeoutMs = 10_000

/** Sends one call to Segment's Tracking API. It answers `success` for nearly everything, so this proves no arrival. */
export const sendCall = async (
  apiUrl: string,
  writeKey: string,
  call: Readonly<Record<string, unknown>>,
): Promise<SegmentAnswer<null>> => {
  const address = `${trackingUrl(apiUrl)}/v1/${String(call.type)}`
  try {
    const answer = await fetch(address, {
      method: 'POST',
      headers: {
        Authorization: `Basic ${Buffer.from(`${writeKey}:`).toString('base64')}`,
        'Content-Type': 'application/json',
        'User-Agent': 'Plumbline',
      },
      body: JSON.stringify(call),
      redirect: 'manual',
      signal: AbortSignal.timeout(timeoutMs),
    })
    await answer.body?.cancel()
    if (answer.ok) return { ok: true, value: null }
    const message = `Segment's Tracking API answered with status ${answer.status}.`
    return {
      ok: false,
      problem:
        answer.status >= 500 || answer.status === 429
          ? { kind: 'unavailable', message }
          : { kind: 'refused', status: answer.status, message },
    }
  } catch {
    return {
      ok: false,
      problem: { kind: 'unavailable', message: `${new URL(address).origin} gave no answer.` },
    }
  }
}
