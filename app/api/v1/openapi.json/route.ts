import { composition } from '@/app/_entry/composition'
import { wrongMethod } from '@/app/_entry/wrong-method'
import { openApi } from '@/contracts/openapi'

/** Open to everybody: it describes the interface, not what is in it. */
export const GET = async (): Promise<Response> =>
  Response.json(openApi(composition().settings.appUrl), { headers: { 'Cache-Control': 'no-store' } })

const other = wrongMethod(['GET'])

export { other as DELETE, other as PATCH, other as POST, other as PUT }

export const dynamic = 'force-dynamic'
