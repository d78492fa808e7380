import { alertOperations } from './operations/alerts'
import { boardOperations } from './operations/board'
import { changeRequestOperations } from './operations/change-requests'
import { conversationOperations } from './operations/conversation'
import { digestOperations } from './operations/digests'
import { insightOperations } from './operations/insights'
import { installationOperations } from './operations/installation'
import { lintSettingsOperations } from './operations/lint-settings'
import { liveOperations } from './operations/live'
import { peopleOperations } from './operations/people'
import { planOperations } from './operations/plans'
import { policyOperations } from './operations/policies'
import { presenceOperations } from './operations/presence'
import { replayOperations } from './operations/replay'
import { reviewingOperations } from './operations/reviewing'
import { sourceOperations } from './operations/sources'
import { targetOperations } from './operations/targets'
import { trafficOperations } from './operations/traffic'
import { violationOperations } from './operations/violations'

/** Every call below `/api/v1`. Routes, the OpenAPI description and the role matrix are made from this table. */
export const operations = {
  ...peopleOperations,
  ...planOperations,
  ...changeRequestOperations,
  ...conversationOperations,
  ...reviewingOperations,
  ...replayOperations,
  ...presenceOperations,
  ...policyOperations,
  ...lintSettingsOperations,
  ...targetOperations,
  ...sourceOperations,
  ...violationOperations,
  ...trafficOperations,
  ...liveOperations,
  ...boardOperations,
  ...alertOperations,
  ...digestOperations,
  ...insightOperations,
  ...installationOperations,
} as const
