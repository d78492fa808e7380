import { composition } from '@/app/_entry/composition'
import { wrongMethod } from '@/app/_entry/wrong-method'
import { version } from '@/package.json'
import { log } from '@/server/log/log'
import { readHealth } from '@/server/usecases/overview/read-health'

/** 200 when every part works, 503 with the same keys when one is down. */
export const GET = async (): Promise<Response> => {
  const ctx = composition().contextFor({ kind: 'system', personId: null, name: 'Health' })
  const parts = await readHealth(ctx).catch((error) => {
    log.warn({ err: error }, 'The database cannot be reached')
    return { database: 'down', worker: 'down' } as const
  })
  const isUp = parts.database === 'ok' && parts.worker === 'ok'
  return Response.json(
    { status: isUp ? 'ok' : 'down', ...parts, version },
    { status: isUp ? 200 : 503, headers: { 'Cache-Control': 'no-store' } },
  )
}

const other = wrongMethod(['GET'])

export { other as DELETE, other as PATCH, other as POST, other as PUT }

export const dynamic = 'force-dynamic'
