'use client'
import { Wrench } from 'lucide-react'
import { useState } from 'react'
import type { RuleId } from '@/domain/plan/rule'
import { Button } from '../ui/button'
import { RepairDialog } from './repair-dialog'
import type { RepairAction } from './use-repair'

type RepairButtonProps = {
  readonly plan: string
  /** Null: every rule of the plan that has a defect. */
  readonly rule: RuleId | null
  readonly repair: RepairAction
}

/** Opens the repairs of a rule, or of all, with their verdicts. */
export const RepairButton = ({ plan, rule, repair }: RepairButtonProps) => {
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button size={rule ? 'sm' : 'md'} icon={<Wrench aria-hidden="true" />} onClick={() => setOpen(true)}>
        {rule ? 'Repair' : 'Repair all'}
      </Button>
      <RepairDialog plan={plan} rule={rule} repair={repair} open={open} onOpenChange={setOpen} />
    </>
  )
}
