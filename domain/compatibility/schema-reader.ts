import { isJsonObject, type Json, type JsonObject } from '../plan/json'
import { printSorted } from '../plan/print-json'
import { readLeaf } from './leaves'
import { readKeywords } from './read-keywords'
import { type ReadNode, readNode } from './read-node'
import { baseBelow, finalTarget, References, type Referred } from './references'
import type { SchemaNode } from './schema-node'

/** Where a schema stands: what references in it are relative to, and the document that they lead into. */
type Place = {
  readonly document: Document
  readonly base: string | undefined
  /** Nothing in the document refers to anything, so that a part means the same wherever it stands. */
  readonly isPlain: boolean
}

/** So much text is compared to see that references of two documents mean the same. */
const mostText = 20_000

class Document {
  private known: References | undefined
  private readonly meanings = new Map<Json, string>()

  constructor(
    readonly root: Json,
    readonly number: number,
  ) {}

  /** Looked at once there is one. */
  get references(): References {
    this.known ??= new References(this.root)
    return this.known
  }

  /** A text for what a reference leads to: where two documents have the same one, both mean the same. */
  meaningOf(target: Referred): string {
    const meaning = this.meanings.get(target.schema) ?? this.spelt(target) ?? this.unique()
    this.meanings.set(target.schema, meaning)
    return meaning
  }

  private unique(): string {
    return `${this.number}/${this.meanings.size}`
  }

  /** The schema with all that it refers to. */
  private spelt(target: Referred): string | undefined {
    if (this.references.hasAddresses) return undefined
    const reached = [target.schema]
    const texts: string[] = []
    let length = 0
    for (const schema of reached) {
      const targets: string[] = []
      const text = JSON.stringify(schema, (keyword, value: Json) => {
        if (keyword !== '$ref' || typeof value !== 'string') return value
        const next = finalTarget(value, target.base, this.references)?.schema
        if (next !== undefined && !reached.includes(next)) reached.push(next)
        targets.push(next === undefined ? 'nowhere' : String(reached.indexOf(next)))
        return value
      })
      texts.push(`${text} ${targets.join()}`)
      length += text.length
      if (length > mostText) return undefined
    }
    return texts.join('\n')
  }
}

const refers = /"\$(?:ref|id)"/

const everything: ReadNode = { says: 'true', node: { possible: true, values: [], allOf: [] } }
const nothing: ReadNode = { says: 'false', node: { possible: false, values: [], allOf: [] } }

/** Reads schemas of several documents into nodes, equal ones into the same node. */
export class SchemaReader {
  private readonly nodes = new Map<string, SchemaNode>()
  private readonly documents = new Map<Json, Document>()
  private readonly plainParts = new Map<JsonObject, SchemaNode>()
  readonly everything = this.numbered(everything)
  readonly nothing = this.numbered(nothing)

  /** A whole document. */
  read(root: Json): SchemaNode {
    const document = this.documents.get(root) ?? new Document(root, this.documents.size)
    if (isJsonObject(root)) this.documents.set(root, document)
    return this.readAt(root, { document, base: undefined, isPlain: !refers.test(JSON.stringify(root)) })
  }

  private readAt(schema: Json, place: Place): SchemaNode {
    const read = place.isPlain && isJsonObject(schema) ? this.plainParts.get(schema) : undefined
    if (read) return read
    const node = this.numbered(this.readOnce(schema, place))
    if (place.isPlain && isJsonObject(schema)) this.plainParts.set(schema, node)
    return node
  }

  private numbered({ says, node }: ReadNode): SchemaNode {
    const known = this.nodes.get(says)
    if (known) return known
    const made = { ...node, id: this.nodes.size }
    this.nodes.set(says, made)
    return made
  }

  private readOnce(schema: Json, outer: Place): ReadNode {
    if (typeof schema === 'boolean') return schema ? everything : nothing
    if (!isJsonObject(schema)) return unreadable(`${printSorted(schema)} stands where a schema should`)
    if (Object.hasOwn(schema, '$ref')) return this.readReference(schema.$ref ?? null, outer)
    const place = typeof schema.$id === 'string' ? placeBelow(schema, outer) : outer
    const { keywords, wrong } = readKeywords(schema)
    const opaque = opaqueIn(wrong)
    const readHere = () => readNode(keywords, opaque, (part) => this.readAt(part, place))
    const read = opaque === undefined ? readLeaf(keywords, readHere) : readHere()
    return read.says === '' ? everything : read
  }

  private readReference(reference: Json, { document, base, isPlain }: Place): ReadNode {
    if (typeof reference !== 'string') return unreadable('a $ref that is no text')
    const target = finalTarget(reference, base ?? document.references.base, document.references)
    if (!target) return unreadable(`the reference ${reference}, which is not resolved`)
    const read = () => this.readAt(target.schema, { document, base: target.base, isPlain })
    return {
      says: `$ref ${document.meaningOf(target)}`,
      node: { possible: true, values: [], allOf: [], reference: read },
    }
  }
}

const placeBelow = (schema: Json, { document, base, isPlain }: Place): Place => ({
  document,
  isPlain,
  base: baseBelow(schema, base ?? document.references.base),
})

const opaqueIn = (wrong: JsonObject): string | undefined => {
  const texts = Object.entries(wrong).map(([keyword, value]) => `"${keyword}": ${printSorted(value)}`)
  return texts.length === 0 ? undefined : texts.sort().join(', ')
}

const unreadable = (opaque: string): ReadNode => ({
  says: `opaque ${opaque}`,
  node: { possible: true, values: [], allOf: [], opaque },
})
