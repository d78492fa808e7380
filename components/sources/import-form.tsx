'use client'
import {
  type MutationState,
  skipToken,
  useMutation,
  useMutationState,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query'
import { useState } from 'react'
import { FailureNote } from '../data/failure-note'
import { useKeptText } from '../data/use-kept-text'
import { useWarningOnLeave } from '../data/use-warning-on-leave'
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
  /** The id of the one that is chosen; null for none. */
  readonly source: string | null
  readonly onSourceChange: (source: string | null) => void
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

type Sending = { readonly file: File; readonly content: FileContent; readonly stopping: AbortController }

type Sent = { readonly bytes: number; readonly report: FileReport }

/**
 * Sends a file of violations, or of calls to be judged. It goes on while other screens are looked at, and shows here
 * again; a page that is closed or loaded again ends it, which is asked about before and told afterwards.
 */
export const ImportForm = ({ plan, sources, source, onSourceChange }: ImportFormProps) => {
  const queries = useQueryClient()
  const mutationKey = ['import', plan] as const
  const last = useMutationState({
    filters: { mutationKey },
    select: ({ state }) => state as MutationState<FileReport, Error, Sending>,
  }).at(-1)
  const isSending = last?.status === 'pending'
  const [content, setContent] = useState<FileContent>(last?.variables?.content ?? 'violations')
  const [unfinished, keepUnfinished] = useKeptText(`import.${plan}`)
  const progress = { queryKey: ['import-progress', plan] as const }
  const { data: sent } = useQuery<Sent>({ ...progress, queryFn: skipToken })
  const upload = useMutation({
    mutationKey,
    mutationFn: ({ file, content: sending, stopping }: Sending) => {
      const told = (bytes: number, report: FileReport) =>
        queries.setQueryData<Sent>(progress.queryKey, { bytes, report })
      told(0, nothingYet)
      keepUnfinished(file.name)
      return uploadFile({
        plan,
        content: sending,
        source,
        file,
        format: /\.csv$/i.test(file.name) ? 'csv' : 'ndjson',
        signal: stopping.signal,
        onProgress: told,
      })
    },
    onSuccess: () => keepUnfinished(''),
  })
  useWarningOnLeave(isSending)
  const { description, ...labels } = words[content]
  const needsSource = content === 'calls' && source === null
  return (
    <Section title="From a file" description={description}>
      <Segmented
        label="What the file holds"
        value={content}
        onValueChange={(next) => {
          if (!isSending) setContent(next)
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
          value={source ?? undecided}
          onValueChange={(next) => onSourceChange(next === undecided ? null : next)}
          options={[
            { value: undecided, label: labels.undecided },
            ...sources.map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
      </div>
      <DropArea
        label={labels.file}
        disabled={isSending || needsSource}
        onFile={(file) => upload.mutate({ file, content, stopping: new AbortController() })}
      />
      {isSending && last.variables ? (
        <div className="flex max-w-prose flex-col gap-2">
          <Progress
            label={`Sending; ${(sent?.report.taken ?? 0).toLocaleString('en')} taken so far`}
            done={Math.round((sent?.bytes ?? 0) / 1_000)}
            total={Math.round(last.variables.file.size / 1_000)}
            unit="kB"
          />
          <div>
            <Button
              onClick={() => {
                last.variables?.stopping.abort()
                keepUnfinished('')
              }}
            >
              Stop
            </Button>
          </div>
        </div>
      ) : null}
      {last?.variables?.content === content && !isSending ? (
        <Ended error={last.error} report={last.data ?? sent?.report ?? null} />
      ) : null}
      {unfinished !== '' && last === undefined ? (
        <Note tone="warn" title={`${unfinished} was not sent to its end`}>
          The page was closed or loaded again meanwhile. What was sent before is counted. Send the file again:
          nothing counts twice.
        </Note>
      ) : null}
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
