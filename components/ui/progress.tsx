'use client'
import { Progress as BaseProgress } from '@base-ui/react/progress'

type ProgressProps = {
  readonly label: string
  readonly done: number
  /** Null while nobody knows how much there is. */
  readonly total: number | null
  readonly unit: string
}

/** How far something is, with counts. */
export const Progress = ({ label, done, total, unit }: ProgressProps) => (
  <BaseProgress.Root
    value={total === null ? null : Math.min(done, total)}
    max={total ?? undefined}
    getAriaValueText={() => (total === null ? `${done} ${unit}` : `${done} of ${total} ${unit}`)}
    className="flex w-full flex-col gap-1.5"
  >
    <div className="flex items-baseline justify-between gap-4 text-sm">
      <BaseProgress.Label className="text-ink">{label}</BaseProgress.Label>
      <span className="text-ink-3 text-xs tabular-nums">
        {total === null
          ? // Nothing is known yet: no number is better than a nought.
            done > 0 && `${done.toLocaleString('en')} ${unit}`
          : `${done.toLocaleString('en')} of ${total.toLocaleString('en')} ${unit}`}
      </span>
    </div>
    <BaseProgress.Track className="h-1 overflow-hidden rounded-full bg-sunken">
      <BaseProgress.Indicator className="block h-full bg-accent-fill transition-[width] duration-300 data-indeterminate:w-1/3 data-indeterminate:animate-slide motion-reduce:transition-none" />
    </BaseProgress.Track>
  </BaseProgress.Root>
)
