import type { ChangeView } from '@/contracts/plan'

/** Words are what a description is about, so they stand here and not only in the raw diff. */
export const ChangeTexts = ({ change: { kind, before, after } }: { readonly change: ChangeView }) =>
  kind === 'description-changed' ? (
    <>
      {typeof before === 'string' ? (
        <p className="break-words text-ink-3">
          <span className="sr-only">Before: </span>
          <del>{before}</del>
        </p>
      ) : null}
      {typeof after === 'string' ? (
        <p className="break-words text-ink-2">
          <span className="sr-only">Now: </span>
          <ins className="no-underline">{after}</ins>
        </p>
      ) : null}
    </>
  ) : null
