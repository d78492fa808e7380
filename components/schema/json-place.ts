import { ensureSyntaxTree, syntaxTree } from '@codemirror/language'
import type { EditorState } from '@uiw/react-codemirror'
import { pointerSegments } from '@/domain/plan/schema-pointer'

const parseMs = 200

type Node = ReturnType<typeof syntaxTree>['topNode']

/**
 * Where in a JSON text a pointer leads: the name of the member or the item of the list that it names, as far down as
 * the text goes; the whole text for the empty pointer.
 */
export const jsonPlace = (
  state: EditorState,
  pointer: string,
): { readonly from: number; readonly to: number } => {
  // The editor reads a long text in pieces; the place may stand in one that has not been read yet.
  const tree = ensureSyntaxTree(state, state.doc.length, parseMs) ?? syntaxTree(state)
  let place: Node = tree.topNode
  let value: Node | null = place.firstChild
  for (const segment of pointerSegments(pointer)) {
    const next: { place: Node; value: Node | null } | null = value && inside(state, value, segment)
    if (!next) break
    place = next.place
    value = next.value
  }
  return { from: place.from, to: place.to }
}

const inside = (
  state: EditorState,
  value: Node,
  segment: string,
): { readonly place: Node; readonly value: Node | null } | null => {
  if (value.name === 'Object') {
    const member = value.getChildren('Property').find((property) => nameOf(state, property) === segment)
    const name = member?.getChild('PropertyName')
    return name ? { place: name, value: member?.lastChild ?? null } : null
  }
  if (value.name !== 'Array' || !/^\d+$/.test(segment)) return null
  const item = childrenOf(value).filter(({ name }) => !brackets.has(name))[Number(segment)]
  return item ? { place: item, value: item } : null
}

const brackets: ReadonlySet<string> = new Set(['[', ']', ',', '⚠'])

const childrenOf = (node: Node): Node[] => {
  const children: Node[] = []
  for (let child = node.firstChild; child; child = child.nextSibling) children.push(child)
  return children
}

const nameOf = (state: EditorState, property: Node): string | null => {
  const name = property.getChild('PropertyName')
  if (!name) return null
  try {
    return String(JSON.parse(state.sliceDoc(name.from, name.to)))
  } catch {
    return null
  }
}
