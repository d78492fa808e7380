import { z } from 'zod'
import { ChangeRequestView } from '../change-request'
import { operation } from '../operation'
import {
  AddTargetBody,
  ChangeTarget,
  PreviewPromotion,
  Promote,
  PromotionPreview,
  TargetLine,
} from '../target'

/** `{id}` is the plan that follows, by our id or Segment's `tp_…`. */
export const targetOperations = {
  listTargets: operation({
    method: 'GET',
    path: '/plans/{plan}/targets',
    summary: 'The line of stages that a plan stands in, with what each holds and how far behind it is',
    needs: 'read-plans',
    answer: TargetLine,
    status: 200,
  }),
  addTarget: operation({
    method: 'POST',
    path: '/plans/{plan}/targets',
    summary: 'Let another plan follow this one: one that is known, or a new one made in a workspace',
    needs: 'manage-targets',
    body: AddTargetBody,
    answer: TargetLine,
    status: 201,
  }),
  changeTarget: operation({
    method: 'PATCH',
    path: '/plans/{plan}/targets/{id}',
    summary:
      'Rename a stage, move it under another plan, or give it another place among those that follow the same one',
    needs: 'manage-targets',
    body: ChangeTarget,
    answer: TargetLine,
    status: 200,
  }),
  removeTarget: operation({
    method: 'DELETE',
    path: '/plans/{plan}/targets/{id}',
    summary: 'Let a plan follow no other any more; nothing changes in Segment',
    needs: 'manage-targets',
    answer: z.null(),
    status: 204,
  }),
  previewPromotion: operation({
    method: 'GET',
    path: '/plans/{plan}/targets/{id}/promotion',
    summary: 'What a promotion would add, change, rename, remove and leave alone; nothing is stored',
    needs: 'read-plans',
    query: PreviewPromotion,
    answer: PromotionPreview,
    status: 200,
  }),
  promote: operation({
    method: 'POST',
    path: '/plans/{plan}/targets/{id}/promote',
    summary:
      'A change request that brings a version on to the plan that follows; the open one when there is one',
    needs: 'propose',
    body: Promote.default({}),
    answer: ChangeRequestView,
    status: 201,
  }),
} as const
