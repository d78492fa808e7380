import { ListQuery, listOf } from '../listing'
import { LiveCallsQuery, LiveCallsView, LiveSource } from '../live'
import { operation } from '../operation'

export const liveOperations = {
  listLiveSources: operation({
    method: 'GET',
    path: '/debugger',
    summary: 'Sources whose libraries may send here, with their write keys for those who may make them',
    needs: 'read-sources',
    query: ListQuery,
    answer: listOf(LiveSource),
    status: 200,
  }),
  listLiveCalls: operation({
    method: 'GET',
    path: '/debugger/{id}/calls',
    summary: 'The newest calls that came to an endpoint, masked, each valid or not and why',
    needs: 'read-sources',
    query: LiveCallsQuery,
    answer: LiveCallsView,
    status: 200,
  }),
} as const
