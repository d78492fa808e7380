import { z } from 'zod'
import { ListQuery, listOf } from '../listing'
import { operation } from '../operation'
import {
  CreateGroup,
  GroupView,
  PolicyPreview,
  PolicyView,
  PreviewPolicy,
  SaveGroup,
  SavePolicy,
} from '../policy'

export const policyOperations = {
  readPolicy: operation({
    method: 'GET',
    path: '/plans/{plan}/policy',
    summary: 'What a plan asks for before a request may be published',
    needs: 'read-policy',
    answer: PolicyView,
    status: 200,
  }),
  savePolicy: operation({
    method: 'PUT',
    path: '/plans/{plan}/policy',
    summary: 'Replace the policy, naming the revision that was read; it holds for open requests at once',
    needs: 'change-policy',
    body: SavePolicy,
    answer: PolicyView,
    status: 200,
  }),
  previewPolicy: operation({
    method: 'POST',
    path: '/plans/{plan}/policy/preview',
    summary: 'What a policy would have done to the last 100 requests; nothing is stored',
    needs: 'change-policy',
    body: PreviewPolicy,
    answer: PolicyPreview,
    status: 200,
  }),
  listGroups: operation({
    method: 'GET',
    path: '/groups',
    summary: 'Groups of reviewers that policies name as owners',
    needs: 'read-policy',
    query: ListQuery.extend({ workspace: z.string().max(100).optional() }),
    answer: listOf(GroupView),
    status: 200,
  }),
  createGroup: operation({
    method: 'POST',
    path: '/groups',
    summary: 'A new group of reviewers in a workspace',
    needs: 'manage-groups',
    body: CreateGroup,
    answer: GroupView,
    status: 201,
  }),
  changeGroup: operation({
    method: 'PUT',
    path: '/groups/{id}',
    summary: 'Replace name and people of a group',
    needs: 'manage-groups',
    body: SaveGroup,
    answer: GroupView,
    status: 200,
  }),
  deleteGroup: operation({
    method: 'DELETE',
    path: '/groups/{id}',
    summary: 'Take a group away that no policy names',
    needs: 'manage-groups',
    answer: z.null(),
    status: 204,
  }),
} as const
