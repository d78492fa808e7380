import type { ExactJson } from '../plan/exact-json'
import type { RuleId } from '../plan/rule'

/** Where in a rule something changed. */
export type Place = {
  readonly rule: RuleId
  /** The place in the message, array indices as `*`; for what no single place shows, the nearest one around it. */
  readonly pointer: string
  /** The place in the rule's schema. */
  readonly schemaPointer: string
}

type Added = { readonly after: ExactJson }
type Removed = { readonly before: ExactJson }
/** An absent side means the keyword was not there. */
type Either = { readonly before?: ExactJson; readonly after?: ExactJson }

/** What changed with a rule as a whole. `rule` is its identity before, except where it was added. */
type RuleChanges = {
  'rule-added': Added
  'rule-removed': Removed
  /** The keys before and after. */
  'rule-renamed': { readonly before: string | null; readonly after: string | null }
}

/** `required`: whether messages must (had to) carry it. `open`: whether other names are allowed beside it now. */
type PropertyFacts = { readonly required: boolean; readonly open: boolean }

/** Sets of type names; null where the schema named none, which allows any. */
type TypeFacts = { readonly before: readonly string[] | null; readonly after: readonly string[] | null }

/** `types`: the types that the schema allowed where these values stood; null for any. */
type ValueTypes = { readonly types: readonly string[] | null }

/** `applies`: false when the schema's types, before and after, never let the keyword matter. */
type Limit = Either & { readonly applies: boolean }

type PlacedChanges = {
  'property-added': Added & PropertyFacts
  'property-removed': Removed & PropertyFacts
  'property-required': object
  'property-optional': object
  'type-widened': TypeFacts
  'type-narrowed': TypeFacts
  'type-changed': TypeFacts
  'enum-values-added': { readonly after: readonly ExactJson[] } & ValueTypes
  'enum-values-removed': { readonly before: readonly ExactJson[] } & ValueTypes
  /** A free value got a list of allowed ones, or lost it. */
  'enum-added': { readonly after: readonly ExactJson[] } & ValueTypes
  'enum-removed': { readonly before: readonly ExactJson[] } & ValueTypes
  'pattern-changed': Limit
  'format-changed': Limit
  'bound-changed': Limit & { readonly keyword: string }
  'items-changed': Either
  /** Unplanned names were allowed in this object and are refused now, or the other way round. */
  'names-closed': object
  'names-opened': object
  'description-changed': Either
  'labels-changed': Either
  'metadata-changed': Either & { readonly keyword: string }
  /** Something that no other kind has a name for; `keyword` is null when the whole schema is meant. */
  'schema-changed': Either & { readonly keyword: string | null }
}

type OfRule<K extends keyof RuleChanges> = { readonly kind: K; readonly rule: RuleId } & RuleChanges[K]
type Placed<K extends keyof PlacedChanges> = { readonly kind: K } & Place & PlacedChanges[K]

/** One typed change of one kind: a fact, never an opinion. Values stand as they were written, to the last digit. */
export type ChangeOf<K extends ChangeKind> = K extends keyof RuleChanges
  ? OfRule<K>
  : K extends keyof PlacedChanges
    ? Placed<K>
    : never

export type ChangeKind = keyof RuleChanges | keyof PlacedChanges

export type Change = { [K in ChangeKind]: ChangeOf<K> }[ChangeKind]
