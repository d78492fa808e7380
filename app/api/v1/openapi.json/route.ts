import { composition } from '@/app/_entry/composition'
import { openApi } from '@/contracts/openapi'

/** Open to everybody: it describes the interface, not what is in it. */
export const GET = async (): Promise<Response> =>
  Response.json(openApi(composition().settings.appUrl), { headers: { 'Cache-Control': 'no-store' } })

export const dynamic = 'force-dynamic'
