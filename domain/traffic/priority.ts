import { hashText } from '../plan/rule-hash'

/**
 * The priority of a call in its stratum, 0 or more and below 1: the calls with the lowest are kept. It is drawn from
 * the message's id by a hash, so it is as good as random over calls, while the calls that are kept are the same in
 * whatever order and by however many writers they are written (the bottom-k sample of Cohen and Kaplan, 2007).
 */
export const samplingPriority = (stratum: string, messageId: string): number =>
  Number.parseInt(hashText(JSON.stringify([stratum, messageId])).slice(0, 13), 16) / 2 ** 52
