import type { FrameView } from '@/contracts/overview'

export type FramePlan = FrameView['plans'][number]

/** The plan that an address means, by our id or by Segment's; null when it is none that is here. */
export const planAt = (plans: readonly FramePlan[], address: string | null | undefined): FramePlan | null =>
  plans.find(({ id, segmentId }) => id === address || segmentId === address) ?? null
