import { hashText } from '../plan/rule-hash'
import type { Occurrence } from './occurrence'

/** One constraint broken by one call has one key (64 hex digits), whichever route it came by and however often. */
export const occurrenceKey = (
  { messageId, type }: Pick<Occurrence, 'messageId' | 'type'>,
  pointer: string,
): string => hashText(JSON.stringify([messageId, pointer, type]))
