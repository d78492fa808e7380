import { z } from 'zod'
import {
  BoardCounts,
  BoardFilter,
  BoardRow,
  ListBoard,
  MomentView,
  SaveBoardFilter,
  SavedBoardFilter,
  Triaged,
  TriageMany,
} from '../board'
import { ListQuery, listOf } from '../listing'
import { operation } from '../operation'

export const boardOperations = {
  listBoard: operation({
    method: 'GET',
    path: '/violation-board',
    summary:
      'Violations as the board shows them: lighter than the list, sorted, those that began together as one',
    needs: 'read-violations',
    query: ListBoard,
    answer: listOf(BoardRow),
    status: 200,
  }),
  listFixedViolations: operation({
    method: 'GET',
    path: '/plans/{plan}/change-requests/{number}/violations',
    summary: 'Violations that a change request is to end, those seen most often first',
    needs: 'read-violations',
    query: ListQuery,
    answer: listOf(BoardRow),
    status: 200,
  }),
  countBoard: operation({
    method: 'GET',
    path: '/violation-board/counts',
    summary: 'How many violations answer a filter, by status and by whose they are',
    needs: 'read-violations',
    query: BoardFilter,
    answer: BoardCounts,
    status: 200,
  }),
  triageMany: operation({
    method: 'POST',
    path: '/violation-board/triage',
    summary: 'Assign, ignore, resolve or reopen many violations at once, with the outcome of each',
    needs: 'triage-violations',
    body: TriageMany,
    answer: Triaged,
    status: 200,
  }),
  listMoments: operation({
    method: 'GET',
    path: '/violations/{id}/moments',
    summary: 'What happened to a violation, newest first',
    needs: 'read-violations',
    query: ListQuery,
    answer: listOf(MomentView),
    status: 200,
  }),
  listBoardFilters: operation({
    method: 'GET',
    path: '/violation-board/filters',
    summary: 'Filters of the board that I keep',
    needs: 'read-violations',
    query: ListQuery,
    answer: listOf(SavedBoardFilter),
    status: 200,
  }),
  saveBoardFilter: operation({
    method: 'POST',
    path: '/violation-board/filters',
    summary: 'Keep a filter of the board under a name',
    needs: 'read-violations',
    body: SaveBoardFilter,
    answer: SavedBoardFilter,
    status: 201,
  }),
  deleteBoardFilter: operation({
    method: 'DELETE',
    path: '/violation-board/filters/{id}',
    summary: 'Forget a filter of the board',
    needs: 'read-violations',
    answer: z.null(),
    status: 204,
  }),
} as const
