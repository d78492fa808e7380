/** Whether a name is that of a time zone that this machine knows (IANA, `Europe/Berlin`). */
export const isTimeZone = (name: string): boolean => {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== ''
  } catch {
    return false
  }
}
