import type {
  CreateGroup,
  GroupView,
  PolicyPreview,
  PolicyView,
  PreviewPolicy,
  SaveGroup,
  SavePolicy,
} from '@/contracts/policy'
import type { Action } from '../data/action'

type OfPlan = { readonly plan: string }
type Id = { readonly id: string }

export type PolicyActions = {
  readonly previewPolicy: Action<OfPlan & PreviewPolicy, PolicyPreview>
  readonly savePolicy: Action<OfPlan & SavePolicy, PolicyView>
  readonly createGroup: Action<CreateGroup, GroupView>
  readonly changeGroup: Action<Id & SaveGroup, GroupView>
  readonly deleteGroup: Action<Id, null>
}
