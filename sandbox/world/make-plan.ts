import { idFor, newId } from '@/sandbox/world/ids'
import type { Plan, PlanType } from '@/sandbox/world/plan'
import type { Rule } from '@/sandbox/world/rule'

type Ingredients = {
  id?: string
  name: string
  type: PlanType
  description?: string
  rules?: Rule[]
  now: number
}

const slugOf = (name: string) => name.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')

/** A new plan. Its `rs_` id follows from its `tp_` id, so that the same content has the same ids everywhere. */
export const makePlan = ({
  id = newId('tp_'),
  name,
  type,
  description = '',
  rules = [],
  now,
}: Ingredients): Plan => ({
  id,
  resourceSchemaId: idFor(id, 'rs_'),
  name,
  slug: slugOf(name),
  description,
  type,
  createdAt: new Date(now).toISOString(),
  updatedAt: new Date(now).toISOString(),
  rules,
  shipped: rules,
  shown: rules,
  pending: [],
})
