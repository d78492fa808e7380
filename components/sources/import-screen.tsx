'use client'
import { useMutation } from '@tanstack/react-query'
import { FileUp } from 'lucide-react'
import { useRef, useState } from 'react'
import { pages } from '@/contracts/paths'
import type { ViolationsImported } from '@/contracts/violation-import'
import { FailureNote } from '../data/failure-note'
import { useCan } from '../data/use-can'
import { Button } from '../ui/button'
import { cn } from '../ui/cn'
import { CodeBlock } from '../ui/code'
import { Note } from '../ui/note'
import { Page } from '../ui/page'
import { PageHeader } from '../ui/page-header'
import { Progress } from '../ui/progress'
import { Section } from '../ui/section'
import { Select } from '../ui/select'
import { TextLink } from '../ui/text-link'
import { ImportReport } from './import-report'
import { nothingYet, uploadFile } from './upload-file'

type Named = { readonly id: string; readonly name: string }

type ImportScreenProps = { readonly plan: Named; readonly sources: readonly Named[] }

const undecided = ''

/** Violations from files, for networks that Segment cannot reach. */
export const ImportScreen = ({ plan, sources }: ImportScreenProps) => {
  const mayImport = useCan('triage-violations')
  const [source, setSource] = useState(undecided)
  const [sent, setSent] = useState({ bytes: 0, size: 0, report: nothingYet })
  const stopping = useRef<AbortController | null>(null)
  const upload = useMutation({
    mutationFn: (file: File) => {
      const controller = new AbortController()
      stopping.current = controller
      setSent({ bytes: 0, size: file.size, report: nothingYet })
      return uploadFile({
        plan: plan.id,
        source: source === undecided ? null : source,
        file,
        format: /\.csv$/i.test(file.name) ? 'csv' : 'ndjson',
        signal: controller.signal,
        onProgress: (bytes, report) => setSent({ bytes, size: file.size, report }),
      })
    },
  })
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
        <Section
          title="From a file"
          description="Rows of the warehouse table violation_generated (CSV or NDJSON), forwarded “Violation Generated” events, calls that carry context.protocols, or lines of plumbline validate. What is known already counts nothing twice, so a file may be sent again."
        >
          <div className="flex max-w-md flex-col gap-1.5">
            <span className="font-medium text-sm" id="import-source">
              Source, where a record does not say
            </span>
            <Select
              label="Source, where a record does not say"
              value={source}
              onValueChange={setSource}
              options={[
                { value: undecided, label: 'Records name it themselves' },
                ...sources.map(({ id, name }) => ({ value: id, label: name })),
              ]}
            />
          </div>
          <DropArea disabled={upload.isPending} onFile={(file) => upload.mutate(file)} />
          {upload.isPending ? (
            <div className="flex max-w-prose flex-col gap-2">
              <Progress
                label={`Sending; ${sent.report.taken.toLocaleString('en')} taken so far`}
                done={Math.round(sent.bytes / 1_000)}
                total={Math.round(sent.size / 1_000)}
                unit="kB"
              />
              <div>
                <Button onClick={() => stopping.current?.abort()}>Stop</Button>
              </div>
            </div>
          ) : null}
          <Ended error={upload.error} report={upload.data ?? (upload.error ? sent.report : null)} />
        </Section>
      ) : (
        <Note title="Looking only">Bringing violations in takes the role contributor.</Note>
      )}
      <Section
        title="From the command line"
        description="Judges calls where they are, and sends only what is wrong with them."
      >
        <CodeBlock label="The command">{`export PLUMBLINE_TOKEN=…   # Settings, API tokens
plumbline validate --plan plan.json events.ndjson \\
  --upload ${plan.id} --source ${sources[0]?.id ?? '<source>'} --url <address of this installation>`}</CodeBlock>
      </Section>
    </Page>
  )
}

type EndedProps = { readonly error: Error | null; readonly report: ViolationsImported | null }

const Ended = ({ error, report }: EndedProps) => (
  <>
    {error?.name === 'AbortError' ? <Note tone="warn" title="Stopped" live /> : null}
    {error && error.name !== 'AbortError' ? <FailureNote error={error} /> : null}
    {report && (report.records > 0 || !error) ? (
      <ImportReport report={report} isWhole={error === null} />
    ) : null}
  </>
)

type DropAreaProps = { readonly disabled: boolean; readonly onFile: (file: File) => void }

const DropArea = ({ disabled, onFile }: DropAreaProps) => {
  const input = useRef<HTMLInputElement>(null)
  const [isOver, setOver] = useState(false)
  const take = (files: FileList | null) => {
    const [file] = files ?? []
    if (file && !disabled) onFile(file)
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is an extra; the button does the same
    <div
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault()
        setOver(false)
        take(event.dataTransfer.files)
      }}
      className={cn(
        'flex flex-wrap items-center gap-3 rounded-md border border-line-strong border-dashed p-4',
        isOver && 'bg-hover',
      )}
    >
      <Button icon={<FileUp aria-hidden="true" />} disabled={disabled} onClick={() => input.current?.click()}>
        Choose a file
      </Button>
      <p className="text-ink-2 text-sm">or drop one here: .ndjson, .jsonl or .csv, of any length</p>
      <input
        ref={input}
        type="file"
        accept=".ndjson,.jsonl,.json,.csv,.txt"
        aria-label="File of violations"
        className="sr-only"
        tabIndex={-1}
        onChange={(event) => {
          take(event.target.files)
          event.target.value = ''
        }}
      />
    </div>
  )
}
