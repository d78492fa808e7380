/**
 * Turns a JSON log line into one that is easy to read in a terminal: time, level, part, message, the rest as `name=value`.
 * A stack trace follows on lines of its own.
 */
export const lineForPeople = (json: string): string => {
  const { level, time, msg, part, err, ...rest } = JSON.parse(json)
  const values = Object.entries(rest).map(
    ([name, value]) => `${name}=${typeof value === 'string' ? value : JSON.stringify(value)}`,
  )
  const words = [
    String(time).slice(11, 19),
    String(level).padEnd(5),
    part && `${part}:`,
    msg,
    ...values,
    err && !msg ? err.message : '',
  ]
  const stack = err?.stack ? `\n${err.stack}` : ''
  return `${words.filter(Boolean).join(' ')}${stack}\n`
}
