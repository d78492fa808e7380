import { knownDays } from '@/domain/violations/known-days'

/** What it means that violations came too late, and what to do about it. */
export const lateWords = `They had happened more than ${knownDays} days before they came, so nobody could say whether they were counted already, and they were left out. A device that was offline for long, or whose clock is wrong, sends such calls, and nothing needs to be done about it. When they come from a replay or from an import of old calls, send only what is newer than ${knownDays} days.`
