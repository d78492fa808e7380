import type { z } from 'zod'
import type { SegmentPlan, SegmentSource, SegmentWorkspace } from '@/server/ports/segment-gateway'
import type { WirePlan, WireSource, WireWorkspace } from './wire-shapes'

export const toWorkspace = ({ data }: z.infer<typeof WireWorkspace>): SegmentWorkspace => {
  const { id, slug, name } = data.workspace
  return { id, slug, name: name || slug || id }
}

export const toPlan = (plan: z.infer<typeof WirePlan>): SegmentPlan => ({
  id: plan.id,
  name: plan.name || plan.slug || plan.id,
  description: plan.description || null,
  resourceSchemaId: plan.resourceSchemaId || null,
  updatedAt: plan.updatedAt ?? null,
})

export const toSource = ({
  id,
  name,
  slug,
  enabled,
  metadata,
}: z.infer<typeof WireSource>): SegmentSource => ({
  id,
  name: name || slug || id,
  slug,
  kind: metadata?.name ?? metadata?.slug ?? '',
  enabled,
})
