import { z } from 'zod'
import { CallsImported, ImportCalls } from '../call-import'
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
  importCalls: operation({
    method: 'POST',
    path: '/plans/{plan}/calls/import',
    summary:
      'Judge and record calls of a source from a file, or from a part of one of at most 10 MB, as if they had been received',
    needs: 'triage-violations',
    query: ImportCalls,
    body: z.object({ file: z.string() }),
    takesFile: true,
    answer: CallsImported,
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
