'use client'
import { json, jsonParseLinter } from '@codemirror/lang-json'
import { HighlightStyle, syntaxHighlighting } from '@codemirror/language'
import { linter, lintGutter } from '@codemirror/lint'
import { tags } from '@lezer/highlight'
import CodeMirror, { EditorView } from '@uiw/react-codemirror'
import { useMemo } from 'react'
import { useNonce } from '../ui/nonce'

type JsonEditorProps = {
  readonly label: string
  readonly value: string
  /** Absent: read only. */
  readonly onChange?: (value: string) => void
}

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
export const JsonEditor = ({ label, value, onChange }: JsonEditorProps) => {
  const nonce = useNonce()
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
      ...(isReadOnly ? [] : [linter(jsonParseLinter()), lintGutter()]),
    ],
    [label, nonce, isReadOnly],
  )
  return (
    <CodeMirror
      value={value}
      onChange={onChange}
      readOnly={isReadOnly}
      extensions={extensions}
      theme={look}
      basicSetup={setup}
      className="overflow-hidden rounded-md border border-line bg-surface"
    />
  )
}
