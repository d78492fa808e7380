'use client'
import { json, jsonParseLinter } from '@codemirror/lang-json'
import { HighlightStyle, syntaxHighlighting } from '@codemirror/language'
import { linter, lintGutter } from '@codemirror/lint'
import { tags } from '@lezer/highlight'
import CodeMirror, { EditorView, StateEffect, StateField } from '@uiw/react-codemirror'
import { useEffect, useMemo, useState } from 'react'
import { useNonce } from '../ui/nonce'
import { jsonPlace } from './json-place'

type JsonEditorProps = {
  readonly label: string
  readonly value: string
  /** Absent: read only. */
  readonly onChange?: (value: string) => void
  /** Shown where they belong while one edits. */
  readonly findings?: readonly JsonFinding[]
}

/** Something to know about a place in the text; `pointer` is a JSON pointer into it. */
export type JsonFinding = {
  readonly pointer: string
  readonly severity: 'error' | 'warning' | 'info'
  readonly message: string
}

const noFindings: readonly JsonFinding[] = []

/** The findings as the editor holds them, and the news of others. */
const setFindings = StateEffect.define<readonly JsonFinding[]>()
const heldFindings = StateField.define<readonly JsonFinding[]>({
  create: () => noFindings,
  update: (held, { effects }) => effects.findLast((effect) => effect.is(setFindings))?.value ?? held,
})

const findingLinter = linter(
  ({ state }) =>
    state.field(heldFindings).map(({ pointer, severity, message }) => ({
      ...jsonPlace(state, pointer),
      severity,
      message,
    })),
  {
    delay: 0,
    needsRefresh: ({ transactions }) =>
      transactions.some(({ effects }) => effects.some((effect) => effect.is(setFindings))),
  },
)

const look = EditorView.theme({
  '&': { fontSize: '12px', backgroundColor: 'transparent', color: 'var(--ink)' },
  '&.cm-focused': { outline: '2px solid var(--accent)', outlineOffset: '-1px' },
  '.cm-content': { fontFamily: 'var(--font-mono)', padding: '12px 0', caretColor: 'var(--ink)' },
  '.cm-scroller': { lineHeight: '20px', maxHeight: '70vh' },
  '.cm-gutters': { backgroundColor: 'transparent', border: 'none', color: 'var(--ink-3)' },
  '.cm-activeLine, .cm-activeLineGutter': { backgroundColor: 'transparent' },
  '.cm-cursor': { borderLeftColor: 'var(--ink)' },
  '&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground': {
    backgroundColor: 'var(--accent-soft)',
  },
  '.cm-lintRange': { backgroundImage: 'none', textDecorationLine: 'underline', textDecorationStyle: 'wavy' },
  '.cm-lintRange-error': { textDecorationColor: 'var(--bad)' },
  '.cm-lintRange-warning': { textDecorationColor: 'var(--warn)' },
  '.cm-lintRange-info': { textDecorationColor: 'var(--ink-3)' },
  '.cm-tooltip': {
    backgroundColor: 'var(--surface)',
    border: '1px solid var(--line)',
    borderRadius: '6px',
    color: 'var(--ink)',
  },
})

const colours = HighlightStyle.define([
  { tag: tags.propertyName, color: 'var(--accent)' },
  { tag: tags.string, color: 'var(--good)' },
  { tag: tags.number, color: 'var(--warn)' },
  { tag: [tags.bool, tags.null], color: 'var(--bad)' },
  { tag: tags.punctuation, color: 'var(--ink-3)' },
])

const setup = { foldGutter: true, highlightActiveLine: false, highlightActiveLineGutter: false } as const

/** JSON with line numbers, folding and, where it can be edited, the place of a mistake. Load it lazily: it is large. */
export const JsonEditor = ({ label, value, onChange, findings = noFindings }: JsonEditorProps) => {
  const nonce = useNonce()
  const [view, setView] = useState<EditorView | null>(null)
  useEffect(() => view?.dispatch({ effects: setFindings.of(findings) }), [view, findings])
  const isReadOnly = onChange === undefined
  const extensions = useMemo(
    () => [
      json(),
      syntaxHighlighting(colours),
      EditorView.lineWrapping,
      EditorView.contentAttributes.of({
        'aria-label': label,
        tabindex: '0',
        ...(isReadOnly && { 'aria-readonly': 'true' }),
      }),
      ...(nonce ? [EditorView.cspNonce.of(nonce)] : []),
      ...(isReadOnly ? [] : [linter(jsonParseLinter()), heldFindings, findingLinter, lintGutter()]),
    ],
    [label, nonce, isReadOnly],
  )
  return (
    <CodeMirror
      value={value}
      onChange={onChange}
      {...(!isReadOnly && { onCreateEditor: setView })}
      readOnly={isReadOnly}
      extensions={extensions}
      theme={look}
      basicSetup={setup}
      className="overflow-hidden rounded-md border border-line bg-surface"
    />
  )
}
