/** A step of the way by a library, which has nothing to set up in Segment. */
export type CollectorStep = {
  readonly name: string
  readonly title: string
  readonly state: 'waiting' | 'done' | 'by-hand'
  readonly words: string
}

/** How far a source is on its way to the collector, by what is known of it. */
export const collectorSteps = (known: {
  readonly hasWriteKey: boolean
  readonly testArrived: boolean
  readonly callsArrived: boolean
}): readonly CollectorStep[] => {
  const { hasWriteKey, callsArrived } = known
  const testArrived = known.testArrived || callsArrived
  return [
    {
      name: 'write-key',
      title: 'A write key of this source',
      state: hasWriteKey ? 'done' : 'waiting',
      words: hasWriteKey ? 'Libraries name the source by it.' : 'An administrator makes one.',
    },
    {
      name: 'test',
      title: 'A test call',
      state: testArrived ? 'done' : 'waiting',
      words: testArrived
        ? 'Calls arrive here.'
        : 'Shows that calls arrive at the address that apps are given.',
    },
    {
      name: 'library',
      title: 'An app that sends here',
      state: callsArrived ? 'done' : hasWriteKey ? 'by-hand' : 'waiting',
      words: callsArrived
        ? 'Its calls are judged by the plan.'
        : 'Give the app, or a proxy, the write key and this installation as its host, as the code below does.',
    },
  ]
}
