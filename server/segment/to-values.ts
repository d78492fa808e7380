import type { z } from 'zod'
import type { DestinationMode, Platform } from '@/domain/sources/source-facts'
import type {
  SegmentDestination,
  SegmentPlan,
  SegmentSource,
  SegmentWorkspace,
} from '@/server/ports/segment-gateway'
import type { WireDestination, WirePlan, WireSource, WireWorkspace } from './wire-shapes'

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
  platform: platformOf(metadata?.categories ?? []),
  enabled,
})

/** Segment's catalog has each kind of source in one of these categories, besides cloud apps. */
const platformOf = (categories: readonly string[]): Platform => {
  const has = (word: string) => categories.some((category) => category.toLowerCase() === word)
  if (has('website')) return 'web'
  if (has('mobile')) return 'mobile'
  return has('server') ? 'server' : 'unknown'
}

export const toDestination = ({
  id,
  name,
  enabled,
  metadata,
}: z.infer<typeof WireDestination>): SegmentDestination => ({
  id,
  name: name || metadata.name || id,
  metadataId: metadata.id,
  kind: metadata.name,
  enabled,
  mode: modeOf(metadata.supportedFeatures),
  actions: metadata.actions,
})

const modeOf = ({
  cloudModeInstances: cloud,
  deviceModeInstances: device,
}: z.infer<typeof WireDestination>['metadata']['supportedFeatures']): DestinationMode => {
  if (cloud === undefined || device === undefined) return 'unknown'
  if (isNone(device)) return isNone(cloud) ? 'unknown' : 'cloud'
  return isNone(cloud) ? 'device' : 'either'
}

/** Segment Public API: "0" and "NONE" are equivalent. */
const isNone = (instances: string): boolean => instances === '0' || instances === 'NONE'
