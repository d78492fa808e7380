import { EventFamilyList, ProposeFamily } from '../event-family'
import { FixStarted, FixViolation, SuggestionList } from '../fix'
import { JobStarted, JobView } from '../job'
import { ListQuery } from '../listing'
import { operation } from '../operation'
import { ImpactView, StartReplay } from '../replay'
import { ViolationCallList } from '../violation-call'

export const replayOperations = {
  startReplay: operation({
    method: 'POST',
    path: '/plans/{plan}/replay',
    summary:
      'Judge recorded traffic before and after proposed edits, or by a change request; the answer is the result of the job',
    needs: 'propose',
    body: StartReplay,
    answer: JobStarted,
    status: 202,
  }),
  readImpact: operation({
    method: 'GET',
    path: '/plans/{plan}/change-requests/{number}/impact',
    summary: 'What a change request does to recorded traffic',
    needs: 'read-change-requests',
    answer: ImpactView,
    status: 200,
  }),
  cancelJob: operation({
    method: 'POST',
    path: '/jobs/{id}/cancel',
    summary: 'Call off a replay; one that runs ends at its next step',
    needs: 'propose',
    answer: JobView,
    status: 200,
  }),
  listSuggestions: operation({
    method: 'GET',
    path: '/violations/{id}/suggestions',
    summary: 'Ways to end a violation, ranked by least loosening, each with its effect on recorded calls',
    needs: 'read-violations',
    answer: SuggestionList,
    status: 200,
  }),
  listViolationCalls: operation({
    method: 'GET',
    path: '/violations/{id}/calls',
    summary:
      'The newest recorded calls that break a violation, masked: of the last 200 of its event, at most five',
    needs: 'read-violations',
    answer: ViolationCallList,
    status: 200,
  }),
  fixViolation: operation({
    method: 'POST',
    path: '/violations/{id}/fix',
    summary: 'Open a change request from a suggestion, or add it to one, and link both ways',
    needs: 'propose',
    body: FixViolation,
    answer: FixStarted,
    status: 201,
  }),
  listEventFamilies: operation({
    method: 'GET',
    path: '/plans/{plan}/event-families',
    summary: 'Names of events that carry a value, as families',
    needs: 'read-violations',
    query: ListQuery,
    answer: EventFamilyList,
    status: 200,
  }),
  proposeEventFamily: operation({
    method: 'POST',
    path: '/plans/{plan}/event-families',
    summary: 'Open a change request that plans the one event behind a family of names',
    needs: 'propose',
    body: ProposeFamily,
    answer: FixStarted,
    status: 201,
  }),
} as const
