import { TrafficSettings } from '@/contracts/traffic'
import { usualTrafficSettings } from '@/domain/traffic/traffic-settings'
import type { TrafficSettingsStore } from '@/server/ports/traffic-settings-store'
import type { Client } from '../client'

export const trafficSettingsStore = (client: Client): TrafficSettingsStore => ({
  find: async (planId) => {
    const row = await client.trafficSettings.findUnique({ where: { planId } })
    return row === null
      ? { settings: usualTrafficSettings, revision: 0 }
      : { settings: TrafficSettings.parse(row.settings), revision: row.revision }
  },
  save: async (planId, { settings, revision }) => {
    await client.$executeRaw`
      insert into traffic_settings (plan_id, revision, settings)
      values (${planId}, ${revision}, ${JSON.stringify(settings)}::json)
      on conflict (plan_id) do update set revision = excluded.revision, settings = excluded.settings`
  },
})
