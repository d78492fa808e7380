import { isJsonObject, type Json } from '../plan/json'
import { isSchemaKeyword, isSchemaListKeyword, isSchemaMapKeyword } from '../plan/schema-keywords'
import { pointerSegments, valueAt } from '../plan/schema-pointer'
import { draftSeven } from '../validation/compile-schema'
import { draftSevenAddress } from '../validation/schema-to-compile'

/** A schema inside a document, and the address that references in it are relative to. */
export type Referred = { readonly schema: Json; readonly base: string }

/** RFC 2557, section 5: the address of what has none. */
const nowhere = 'thismessage:/'

/**
 * The references of one document (JSON Schema draft-07, sections 8.2 and 8.3), by pointer, by name and by the
 * addresses that `$id` gives to parts of it. Nothing is fetched.
 */
export class References {
  readonly base: string
  /** Some part of the document has an address of its own. */
  hasAddresses = false
  private readonly addressed = new Map<string, Referred>()
  private readonly bases = new Map<Json, string>()

  constructor(root: Json) {
    this.addressed.set(nowhere, { schema: root, base: nowhere })
    this.base = baseBelow(root, nowhere)
    this.collect(root, nowhere)
  }

  /** Undefined when the reference leads out of the document, or nowhere. */
  resolve(reference: string, base: string): Referred | undefined {
    const [address = '', fragment = ''] = splitAtHash(absolute(reference, base) ?? '')
    if (fragment !== '' && !fragment.startsWith('/')) return this.addressed.get(`${address}#${fragment}`)
    const resource = this.addressed.get(address) ?? knownByHeart(address)
    if (!resource || fragment === '') return resource
    const pointer = decoded(fragment)
    if (pointer === undefined || pointerSegments(pointer).includes('__proto__')) return undefined
    const schema = valueAt(resource.schema, pointer)
    return schema === undefined
      ? undefined
      : { schema, base: this.bases.get(schema) ?? baseBelow(resource.schema, resource.base) }
  }

  private collect(schema: Json, outer: string): void {
    if (!isJsonObject(schema)) return
    const base = baseBelow(schema, outer)
    this.bases.set(schema, outer)
    if (base !== outer) {
      this.addressed.set(base, { schema, base: outer })
      this.hasAddresses ||= outer !== nowhere
    }
    const name = nameOf(schema)
    if (name !== undefined) this.addressed.set(base + name, { schema, base: outer })
    for (const [keyword, value] of Object.entries(schema)) {
      if (Array.isArray(value) && isSchemaListKeyword(keyword))
        for (const part of value) this.collect(part, base)
      else if (isSchemaMapKeyword(keyword) && isJsonObject(value))
        for (const part of Object.values(value)) this.collect(part, base)
      else if (isSchemaKeyword(keyword)) this.collect(value, base)
    }
  }
}

let draft: Referred | undefined

/** The draft's description of itself, which many schemas refer to. */
const knownByHeart = (address: string): Referred | undefined => {
  if (address !== draftSevenAddress) return undefined
  draft ??= { schema: draftSeven(), base: draftSevenAddress }
  return draft
}

/** What references inside the schema are relative to. Beside `$ref` everything else is ignored. */
export const baseBelow = (schema: Json, base: string): string => {
  if (!isJsonObject(schema) || typeof schema.$id !== 'string' || Object.hasOwn(schema, '$ref')) return base
  const [address = ''] = splitAtHash(absolute(schema.$id, base) ?? '')
  return address === '' || schema.$id.startsWith('#') ? base : address
}

/** A reference that leads to a reference leads on; undefined when it leads nowhere or back to itself. */
export const finalTarget = (
  reference: string,
  base: string,
  references: References,
): Referred | undefined => {
  const seen = new Set<Json>()
  let target = references.resolve(reference, base)
  while (target && isJsonObject(target.schema) && typeof target.schema.$ref === 'string') {
    if (seen.has(target.schema)) return undefined
    seen.add(target.schema)
    target = references.resolve(target.schema.$ref, target.base)
  }
  return target
}

const nameOf = (schema: { readonly [keyword: string]: Json }): string | undefined =>
  typeof schema.$id === 'string' && schema.$id.startsWith('#') && schema.$id !== '#' ? schema.$id : undefined

const absolute = (reference: string, base: string): string | undefined =>
  URL.canParse(reference, base) ? new URL(reference, base).href : undefined

const splitAtHash = (address: string): string[] => {
  const at = address.indexOf('#')
  return at < 0 ? [address] : [address.slice(0, at), address.slice(at + 1)]
}

const decoded = (text: string): string | undefined => {
  try {
    return decodeURIComponent(text)
  } catch {
    return undefined
  }
}
