import { z } from 'zod'
import { CreateEndpoint, EndpointCreated, EndpointView } from '../endpoint'
import { ListQuery, listOf } from '../listing'
import { operation } from '../operation'
import { ChangeViolation, ListViolations, SeriesQuery, SeriesView, ViolationView } from '../violation'
import { ImportViolations, ViolationsImported } from '../violation-import'

export const violationOperations = {
  listViolations: operation({
    method: 'GET',
    path: '/violations',
    summary: 'Violations, newest seen first',
    needs: 'read-violations',
    query: ListViolations,
    answer: listOf(ViolationView),
    status: 200,
  }),
  readViolation: operation({
    method: 'GET',
    path: '/violations/{id}',
    summary: 'One violation',
    needs: 'read-violations',
    answer: ViolationView,
    status: 200,
  }),
  changeViolation: operation({
    method: 'PATCH',
    path: '/violations/{id}',
    summary: 'Assign, ignore or resolve a violation',
    needs: 'triage-violations',
    body: ChangeViolation,
    answer: ViolationView,
    status: 200,
  }),
  readViolationSeries: operation({
    method: 'GET',
    path: '/violations/{id}/series',
    summary: 'Hourly counts',
    needs: 'read-violations',
    query: SeriesQuery,
    answer: SeriesView,
    status: 200,
  }),
  importViolations: operation({
    method: 'POST',
    path: '/plans/{plan}/violations/import',
    summary: 'Take violations from a file, or from a part of one of at most 10 MB',
    needs: 'triage-violations',
    query: ImportViolations,
    body: z.object({ file: z.string() }),
    takesFile: true,
    answer: ViolationsImported,
    status: 200,
  }),
  listEndpoints: operation({
    method: 'GET',
    path: '/endpoints',
    summary: 'Addresses that Segment may send to, without their secrets',
    needs: 'manage-endpoints',
    query: ListQuery,
    answer: listOf(EndpointView),
    status: 200,
  }),
  createEndpoint: operation({
    method: 'POST',
    path: '/endpoints',
    summary:
      'Make an address for forwarded violations, or one that libraries send events to; secrets are shown this once',
    needs: 'manage-endpoints',
    body: CreateEndpoint,
    answer: EndpointCreated,
    status: 201,
  }),
  deleteEndpoint: operation({
    method: 'DELETE',
    path: '/endpoints/{id}',
    summary: 'Take an address away',
    needs: 'manage-endpoints',
    answer: z.null(),
    status: 204,
  }),
  rotateEndpoint: operation({
    method: 'POST',
    path: '/endpoints/{id}/rotate',
    summary: 'Give an address a new shared secret, and a new write key where it has one',
    needs: 'manage-endpoints',
    answer: EndpointCreated,
    status: 200,
  }),
} as const
