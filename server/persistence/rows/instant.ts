/** An instant as the product writes it: ISO 8601 in UTC, milliseconds. */
export const instant = (date: Date): string => date.toISOString()

export const instantOrNull = (date: Date | null): string | null => date?.toISOString() ?? null
