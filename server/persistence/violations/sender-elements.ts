import { arrayElement } from '../rows/array-text'
import type { Sender } from './number-senders'

/** The texts of senders as elements of arrays, each made once. */
export const senderElements = (): ((sender: Sender) => Sender) => {
  const made = new Map<Sender, Sender>()
  return (sender) => {
    const known = made.get(sender)
    if (known) return known
    const elements = {
      sourceId: arrayElement(sender.sourceId),
      appVersion: arrayElement(sender.appVersion),
      library: arrayElement(sender.library),
    }
    made.set(sender, elements)
    return elements
  }
}
