import { pages } from '@/contracts/paths'
import { Facts } from '../ui/facts'
import { Note } from '../ui/note'
import { Table, Td, Th } from '../ui/table'
import { TextLink } from '../ui/text-link'
import type { FileReport } from './upload-file'

type ImportReportProps = { readonly report: FileReport; readonly isWhole: boolean }

/** What became of a file: taken, known already, too late, and refused line by line. */
export const ImportReport = ({ report, isWhole }: ImportReportProps) =>
  isWhole && report.records === 0 ? (
    <Note tone="warn" title="There was nothing in the file" live>
      It holds no record, so nothing was taken.
    </Note>
  ) : (
    <Counted report={report} isWhole={isWhole} />
  )

const Counted = ({ report, isWhole }: ImportReportProps) => (
  <div className="flex flex-col gap-3">
    <Note
      tone={isWhole ? 'good' : 'warn'}
      title={isWhole ? 'The file is in' : 'Not all of the file is in'}
      live
    >
      {isWhole ? null : 'What was sent before is counted. Send the file again: nothing counts twice.'}
    </Note>
    <Facts
      items={[
        { name: 'Records', value: number(report.records) },
        {
          name: 'Taken',
          value: (
            <>
              {number(report.taken)} <TextLink href={pages.violations()}>Show violations</TextLink>
            </>
          ),
        },
        ...(report.broken === undefined
          ? []
          : [
              {
                name: 'Break the plan',
                value: `${number(report.broken)}, in ${number(report.violations ?? 0)} new occurrences`,
              },
            ]),
        ...(report.notJudged ? [{ name: 'Not judged', value: number(report.notJudged) }] : []),
        { name: 'Known already', value: number(report.duplicates) },
        ...(report.late > 0
          ? [
              {
                name: 'Too old',
                value: `${number(report.late)}: from so long ago that nobody knows whether they were counted`,
              },
            ]
          : []),
        { name: 'Refused', value: number(report.refused) },
      ]}
    />
    {report.refusals.length > 0 ? (
      <Table aria-label="Refused lines">
        <thead>
          <tr>
            <Th className="text-right">Line</Th>
            <Th>Why</Th>
          </tr>
        </thead>
        <tbody>
          {report.refusals.map(({ line, reason }, index) => (
            // One record may be refused for several violations.
            // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes
            <tr key={`${line} ${index}`}>
              <Td className="text-right tabular-nums">{number(line)}</Td>
              <Td className="text-ink-2">{reason}</Td>
            </tr>
          ))}
        </tbody>
      </Table>
    ) : null}
    {report.refused > report.refusals.length ? (
      <p className="text-ink-3 text-xs">The first {report.refusals.length} are shown.</p>
    ) : null}
  </div>
)

const number = (count: number) => count.toLocaleString('en')
