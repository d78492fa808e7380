import { storableText } from '../rows/storable-text'
import type { Fresh } from './fresh'
import { type NumberedValues, numberValues } from './number-values'

/** Who sent, in the texts as they are stored. */
export type Sender = { readonly sourceId: string; readonly appVersion: string; readonly library: string }

/** Numbers the senders of occurrences; those that are stored alike are one. */
export const numberSenders = (fresh: readonly Fresh[]): NumberedValues<Sender> => {
  const asGiven = new Map<string, Map<string, Map<string, Sender>>>()
  const asStored = new Map<string, Sender>()
  const added = ({ sourceId, appVersion, library }: Sender): Sender => {
    const sender = {
      sourceId: storableText(sourceId),
      appVersion: storableText(appVersion),
      library: storableText(library),
    }
    const key = JSON.stringify([sender.sourceId, sender.appVersion, sender.library])
    const same = asStored.get(key) ?? sender
    asStored.set(key, same)
    const versions = within(asGiven, sourceId, () => new Map())
    within(versions, appVersion, () => new Map()).set(library, same)
    return same
  }
  return numberValues(
    fresh,
    ({ of }) => asGiven.get(of.sourceId)?.get(of.appVersion)?.get(of.library) ?? added(of),
    (a, b) =>
      compare(a.sourceId, b.sourceId) || compare(a.appVersion, b.appVersion) || compare(a.library, b.library),
  )
}

const within = <Value>(map: Map<string, Value>, key: string, make: () => Value): Value => {
  const value = map.get(key) ?? make()
  map.set(key, value)
  return value
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
