import type { CheckFinding } from '@/contracts/change-request'
import type { ExactJson } from '@/domain/plan/exact-json'
import { toSchemaPointer } from '@/domain/plan/schema-pointer'
import type { JsonFinding } from '../schema/json-editor'

/** Findings on places in the message as findings on places in the text of the schema. */
export const jsonFindings = (
  findings: readonly CheckFinding[],
  schema: ExactJson | undefined,
): readonly JsonFinding[] =>
  findings.flatMap(({ pointer, message, severity = 'info' }) =>
    pointer ? [{ pointer: toSchemaPointer(pointer, schema), message, severity }] : [],
  )
