/** Where a source sends from, by Segment's category of it: Website, Mobile, Server. */
export type Platform = 'web' | 'mobile' | 'server' | 'unknown'

/**
 * How data gets to a destination. Segment's Public API says what a destination can be, not which of both it is set to:
 * then it is `either`.
 */
export type DestinationMode = 'cloud' | 'device' | 'either' | 'unknown'

export type DestinationFacts = {
  readonly name: string
  readonly enabled: boolean
  readonly mode: DestinationMode
}

/** What is known of a source when asked what happens to bad data. `settings` are Segment's schema settings, as given. */
export type SourceFacts = {
  readonly platform: Platform
  readonly hasPlan: boolean
  readonly settings: Readonly<Record<string, unknown>> | null
  readonly destinations: readonly DestinationFacts[]
}
