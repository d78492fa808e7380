'use client'
import { FileUp } from 'lucide-react'
import { useRef, useState } from 'react'
import { Button } from '../ui/button'
import { cn } from '../ui/cn'

type DropAreaProps = {
  /** What the file holds, for those who cannot see it. */
  readonly label: string
  readonly disabled: boolean
  readonly onFile: (file: File) => void
}

/** Takes one file of records, chosen or dropped. */
export const DropArea = ({ label, disabled, onFile }: DropAreaProps) => {
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
        aria-label={label}
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
