import { ListQuery, listOf } from '../listing'
import { operation } from '../operation'
import { DisagreementView, SaveTrafficSettings, TrafficSettingsView } from '../traffic'

export const trafficOperations = {
  readTrafficSettings: operation({
    method: 'GET',
    path: '/plans/{plan}/traffic-settings',
    summary: 'What a plan keeps of the calls that it sees, and how many it keeps now',
    needs: 'read-policy',
    answer: TrafficSettingsView,
    status: 200,
  }),
  saveTrafficSettings: operation({
    method: 'PUT',
    path: '/plans/{plan}/traffic-settings',
    summary: 'Replace what a plan keeps of calls, naming the revision that was read',
    needs: 'change-policy',
    body: SaveTrafficSettings,
    answer: TrafficSettingsView,
    status: 200,
  }),
  listDisagreements: operation({
    method: 'GET',
    path: '/plans/{plan}/disagreements',
    summary: 'Where our verdict on calls and Segment’s were not the same, newest first',
    needs: 'read-violations',
    query: ListQuery,
    answer: listOf(DisagreementView),
    status: 200,
  }),
} as const
