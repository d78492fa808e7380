'use client'
import { useMutation } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { FailureNote } from '../data/failure-note'
import { Button } from '../ui/button'
import { Note } from '../ui/note'
import { Progress } from '../ui/progress'
import { Section } from '../ui/section'
import { Segmented } from '../ui/segmented'
import { Select } from '../ui/select'
import { DropArea } from './drop-area'
import { ImportReport } from './import-report'
import { type FileContent, type FileReport, nothingYet, uploadFile } from './upload-file'

type ImportFormProps = {
  readonly plan: string
  readonly sources: readonly { readonly id: string; readonly name: string }[]
}

const undecided = ''

const words = {
  violations: {
    description:
      'Rows of the warehouse table violation_generated (CSV or NDJSON), forwarded “Violation Generated” events, calls that carry context.protocols, or lines of plumbline validate. What is known already counts nothing twice, so a file may be sent again.',
    source: 'Source, where a record does not say',
    undecided: 'Records name it themselves',
    file: 'File of violations',
  },
  calls: {
    description:
      'Calls as apps send them: one JSON object a line, or CSV whose columns are places in the call (type, messageId, properties.price). They are judged here by the plan of the source, masked, and counted like calls of the collector. A call counts once by its messageId, so a file may be sent again.',
    source: 'Source of the calls',
    undecided: 'Choose a source',
    file: 'File of calls',
  },
} as const satisfies Record<FileContent, object>

/** Sends a file of violations, or of calls to be judged. */
export const ImportForm = ({ plan, sources }: ImportFormProps) => {
  const [content, setContent] = useState<FileContent>('violations')
  const [source, setSource] = useState(undecided)
  const [sent, setSent] = useState<{ bytes: number; size: number; report: FileReport }>({
    bytes: 0,
    size: 0,
    report: nothingYet,
  })
  const stopping = useRef<AbortController | null>(null)
  const upload = useMutation({
    mutationFn: (file: File) => {
      const controller = new AbortController()
      stopping.current = controller
      setSent({ bytes: 0, size: file.size, report: nothingYet })
      return uploadFile({
        plan,
        content,
        source: source === undecided ? null : source,
        file,
        format: /\.csv$/i.test(file.name) ? 'csv' : 'ndjson',
        signal: controller.signal,
        onProgress: (bytes, report) => setSent({ bytes, size: file.size, report }),
      })
    },
  })
  const { description, ...labels } = words[content]
  const needsSource = content === 'calls' && source === undecided
  return (
    <Section title="From a file" description={description}>
      <Segmented
        label="What the file holds"
        value={content}
        onValueChange={(next) => {
          if (upload.isPending) return
          setContent(next)
          upload.reset()
        }}
        options={[
          { value: 'violations', label: 'Violations' },
          { value: 'calls', label: 'Calls to judge' },
        ]}
      />
      <div className="flex max-w-md flex-col gap-1.5">
        <span className="font-medium text-sm">{labels.source}</span>
        <Select
          label={labels.source}
          value={source}
          onValueChange={setSource}
          options={[
            { value: undecided, label: labels.undecided },
            ...sources.map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
      </div>
      <DropArea
        label={labels.file}
        disabled={upload.isPending || needsSource}
        onFile={(file) => upload.mutate(file)}
      />
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
  )
}

type EndedProps = { readonly error: Error | null; readonly report: FileReport | null }

const Ended = ({ error, report }: EndedProps) => (
  <>
    {error?.name === 'AbortError' ? <Note tone="warn" title="Stopped" live /> : null}
    {error && error.name !== 'AbortError' ? <FailureNote error={error} /> : null}
    {report && (report.records > 0 || !error) ? (
      <ImportReport report={report} isWhole={error === null} />
    ) : null}
  </>
)
