/**
 * How long what was counted is known. `docs/decisions/0012` says why this is also how long after it happened something
 * may come and still be counted.
 */
export const knownDays = 35
