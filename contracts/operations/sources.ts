import { JobStarted } from '../job'
import { listOf } from '../listing'
import { operation } from '../operation'
import { ListSources, RouteTestStarted, RouteView, SourceRow, SourceView } from '../source'

export const sourceOperations = {
  listSources: operation({
    method: 'GET',
    path: '/sources',
    summary: 'Sources with settings, plan, destinations, and what happens to bad data',
    needs: 'read-sources',
    query: ListSources,
    answer: listOf(SourceRow),
    status: 200,
  }),
  readSource: operation({
    method: 'GET',
    path: '/sources/{id}',
    summary: 'One source',
    needs: 'read-sources',
    answer: SourceView,
    status: 200,
  }),
  listRoutes: operation({
    method: 'GET',
    path: '/sources/{id}/routes',
    summary: 'The ways in which violations of a source can come here, and how far each is',
    needs: 'read-sources',
    answer: listOf(RouteView),
    status: 200,
  }),
  connectRoute: operation({
    method: 'POST',
    path: '/sources/{id}/routes/{route}/connect',
    summary: 'Set a way up in Segment; done again, it finds what is there',
    needs: 'connect-sources',
    answer: JobStarted,
    status: 202,
  }),
  disconnectRoute: operation({
    method: 'POST',
    path: '/sources/{id}/routes/{route}/disconnect',
    summary: 'Take away from Segment what was made for a way, and nothing else',
    needs: 'connect-sources',
    answer: JobStarted,
    status: 202,
  }),
  testRoute: operation({
    method: 'POST',
    path: '/sources/{id}/routes/{route}/test',
    summary: 'Send a call that breaks the plan, to see its violation arrive',
    needs: 'connect-sources',
    answer: RouteTestStarted,
    status: 200,
  }),
} as const
