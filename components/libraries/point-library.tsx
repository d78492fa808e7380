'use client'
import { useState } from 'react'
import type { LiveSource } from '@/contracts/live'
import { CodeBlock } from '../ui/code'
import { CopyButton } from '../ui/copy-button'
import { Section } from '../ui/section'
import { Segmented } from '../ui/segmented'
import { librarySnippets, type Snippet } from './library-snippets'

type PointLibraryProps = { readonly source: LiveSource; readonly origin: string }

/** What to change in an app so that its calls arrive here. */
export const PointLibrary = ({ source, origin }: PointLibraryProps) => {
  const [chosen, setChosen] = useState<Snippet['id']>('browser')
  const snippets = librarySnippets(origin, source.writeKey ?? '<write key>')
  const snippet = snippets.find(({ id }) => id === chosen)
  return (
    <Section
      title="Point a library here"
      description={
        source.writeKey === null
          ? 'An administrator finds the write key under Settings, Webhooks.'
          : 'Segment’s own libraries work unchanged. What they send is judged here and goes no further, so use it where nothing else needs the events: in development, in tests, beside the real one.'
      }
    >
      <div className="flex flex-col gap-2">
        <div className="flex flex-wrap items-center justify-between gap-2">
          <Segmented
            label="Library"
            value={chosen}
            onValueChange={setChosen}
            options={snippets.map(({ id, label }) => ({ value: id, label }))}
          />
          <CopyButton text={snippet?.code ?? ''} what="code" showLabel />
        </div>
        <CodeBlock label="Code">{snippet?.code ?? ''}</CodeBlock>
      </div>
    </Section>
  )
}
