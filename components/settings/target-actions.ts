import type { AddTarget, ChangeTarget, TargetLine } from '@/contracts/target'
import type { Action } from '../data/action'
import type { PromoteAction } from '../targets/use-promote'

type Target = { readonly plan: string; readonly id: string }

export type TargetActions = {
  readonly addTarget: Action<{ readonly plan: string } & AddTarget, TargetLine>
  readonly changeTarget: Action<Target & ChangeTarget, TargetLine>
  readonly removeTarget: Action<Target, null>
  readonly promote: PromoteAction
}
