'use client'
import { useState } from 'react'
import { pages } from '@/contracts/paths'
import { useCan } from '../data/use-can'
import { CodeBlock } from '../ui/code'
import { Note } from '../ui/note'
import { Page } from '../ui/page'
import { PageHeader } from '../ui/page-header'
import { Section } from '../ui/section'
import { TextLink } from '../ui/text-link'
import { ImportForm } from './import-form'

type Named = { readonly id: string; readonly name: string }

type ImportScreenProps = { readonly plan: Named; readonly sources: readonly Named[] }

/** Violations, and calls to be judged, from files: for networks that Segment cannot reach. */
export const ImportScreen = ({ plan, sources }: ImportScreenProps) => {
  const mayImport = useCan('triage-violations')
  const [source, setSource] = useState<string | null>(null)
  const to = `--source ${source ?? '<source>'} --url <address of this installation>`
  return (
    <Page className="flex flex-col gap-8">
      <div className="-mb-4">
        <PageHeader
          title="Bring in violations"
          meta={
            <span>
              for <TextLink href={pages.catalog(plan.id)}>{plan.name}</TextLink>
            </span>
          }
        />
      </div>
      {mayImport ? (
        <ImportForm plan={plan.id} sources={sources} source={source} onSourceChange={setSource} />
      ) : (
        <Note title="Looking only">Bringing violations in takes the role contributor.</Note>
      )}
      <Section
        title="From the command line"
        description="The first judges calls where they are, and sends only what is wrong with them. The second sends the calls, to be judged, masked and recorded here."
      >
        <CodeBlock label="The commands">{`export PLUMBLINE_TOKEN=…   # Settings, API tokens
plumbline validate --plan plan.json events.ndjson \\
  --upload ${plan.id} ${to}
plumbline validate events.ndjson \\
  --upload-calls ${plan.id} ${to}`}</CodeBlock>
      </Section>
    </Page>
  )
}
