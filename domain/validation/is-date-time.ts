const plain = '0000-00-00T00:00:00'

/**
 * Whether a text is plainly an instant in UTC, as nearly all are written: `2024-05-06T07:08:09.123Z`, seconds
 * without or with a fraction, any day up to the 28th. False says nothing; the full check has to decide.
 */
export const isPlainDateTime = (text: string): boolean => {
  if (text.length < 20 || text.charCodeAt(text.length - 1) !== 0x5a) return false
  for (let at = 0; at < plain.length; at += 1) {
    const code = text.charCodeAt(at)
    const wanted = plain.charCodeAt(at)
    if (wanted === 0x30 ? code < 0x30 || code > 0x39 : code !== wanted) return false
  }
  const [month, day] = [two(text, 5), two(text, 8)]
  const isDay = month >= 1 && month <= 12 && day >= 1 && day <= 28
  return isDay && two(text, 11) < 24 && two(text, 14) < 60 && two(text, 17) < 60 && isFraction(text)
}

const two = (text: string, at: number): number =>
  10 * (text.charCodeAt(at) - 0x30) + text.charCodeAt(at + 1) - 0x30

const isFraction = (text: string): boolean => {
  if (text.length === 20) return true
  if (text.length === 21 || text.charCodeAt(19) !== 0x2e) return false
  for (let at = 20; at < text.length - 1; at += 1) {
    const code = text.charCodeAt(at)
    if (code < 0x30 || code > 0x39) return false
  }
  return true
}
