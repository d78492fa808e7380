import { Ajv, type Options, type ValidateFunction } from 'ajv'
import addFormats from 'ajv-formats'
import type { Json } from '../plan/json'
import { ownKeywords, planKeywords, plannedNodes } from './compile-schema-keywords'
import { isPlainDateTime } from './is-date-time'
import { judgeablePattern } from './pattern/judgeable-pattern'
import { draftSevenAddress, schemaToCompile } from './schema-to-compile'
import { watchNames } from './watch-names'

/** One constraint that a value broke, as the validator names it. Both paths are JSON pointers, indices unfolded. */
export type SchemaError = {
  readonly keyword: string
  readonly instancePath: string
  readonly schemaPath: string
  readonly params: Readonly<Record<string, unknown>>
}

export type Compiled =
  | { readonly ok: true; readonly validate: (value: Json) => boolean }
  | { readonly ok: false; readonly reason: string }

export type CompiledWithErrors =
  | {
      readonly ok: true
      readonly errorsOf: (value: Json) => readonly SchemaError[]
      /** Whether an error of the keyword `properties` tells that there are names which the section does not plan. */
      readonly tellsNames: boolean
    }
  | { readonly ok: false; readonly reason: string }

/**
 * A schema of JSON Schema draft-07 made ready to judge values. Fetches nothing: a reference that leaves the schema is
 * a reason not to compile, as are keywords with values of the wrong kind and patterns that cannot be judged.
 * `validate` may throw `RangeError` on a schema that leads back into itself without going deeper.
 */
export const compileSchema = (schema: Json): Compiled => {
  const compiled = compileWith(schema, firstError)
  return compiled.ok ? { ok: true, validate: (value) => compiled.run(value) } : compiled
}

/**
 * The same, telling every constraint that a value breaks. `section` names the property of the schema whose unplanned
 * names shall be told as well, where the validator can.
 */
export const compileSchemaWithErrors = (schema: Json, section: string | null = null): CompiledWithErrors => {
  const compiled = compileWith(schema, everyError, section)
  if (!compiled.ok) return compiled
  const { run, tellsNames } = compiled
  return { ok: true, errorsOf: (value) => (run(value) ? none : (run.errors ?? none)), tellsNames }
}

const none: readonly SchemaError[] = []

type Ways = { readonly plain: () => Ajv; readonly ownNames: () => Ajv; readonly options: Options }

/** Draft-07, section 7.3, as far as the validator knows them, and `uuid`; other names are annotations. */
const formats = [
  ...(['date', 'time', 'date-time', 'email', 'hostname', 'ipv4', 'ipv6', 'uri', 'uri-reference'] as const),
  ...(['uri-template', 'json-pointer', 'relative-json-pointer', 'regex', 'uuid'] as const),
]

const validator = (options: Options): Ajv => {
  const engine = (pattern: string) => judgeablePattern(pattern).matcher
  // Written into stand-alone code only, which is never made here.
  engine.code = 'judgeablePattern'
  const ajv = new Ajv({
    strict: false,
    meta: false,
    validateSchema: false,
    messages: false,
    logger: false,
    // Tidier code takes as long again to make; that pays only where many values are judged.
    code: { regExp: engine, optimize: options.allErrors === true },
    ...options,
  })
  addFormats.default(ajv, { mode: 'full', formats: [...formats] })
  ajv.addFormat('date-time', quickDateTime)
  const own = options.allErrors === true ? [...ownKeywords, ...planKeywords()] : ownKeywords
  for (const definition of own) ajv.removeKeyword(String(definition.keyword)).addKeyword(definition)
  return ajv
}

const fullDateTime = addFormats.default.get('date-time', 'full') as { validate: (text: string) => boolean }
const quickDateTime = (text: string): boolean => isPlainDateTime(text) || fullDateTime.validate(text)

const ways = (options: Options): Ways => {
  let plain: Ajv | undefined
  let ownNames: Ajv | undefined
  return {
    plain: () => (plain ??= validator(options)),
    ownNames: () => (ownNames ??= validator({ ...options, ownProperties: true })),
    options,
  }
}

/** The schema of all schemas of draft-07. */
export const draftSeven = (): Json =>
  (validator({ meta: true }).getSchema(draftSevenAddress)?.schema ?? true) as Json

const firstError = ways({ allErrors: false })
const everyError = ways({ allErrors: true })

const compileWith = (received: Json, { plain, ownNames, options }: Ways, section: string | null = null) => {
  const prepared = schemaToCompile(received)
  if (!prepared.ok) return prepared
  const ownProperties = prepared.namesInherited
  const watched = section === null || ownProperties ? null : watchNames(prepared.schema, section)
  for (const node of watched?.nodes ?? []) plannedNodes.add(node)
  const schema = watched?.schema ?? prepared.schema
  // Identifiers stay in the validator that met them, so a schema that needs them gets one of its own.
  const ajv =
    prepared.keepsIds || prepared.namesDraft
      ? validator({ ...options, ownProperties, meta: prepared.namesDraft })
      : ownProperties
        ? ownNames()
        : plain()
  try {
    return {
      ok: true as const,
      run: ajv.compile(schema) as ValidateFunction,
      tellsNames: watched !== null,
    }
  } catch (error) {
    if (!(error instanceof Error)) throw error
    return { ok: false as const, reason: error.message }
  } finally {
    // The validator would keep every schema it has seen.
    if (typeof schema !== 'boolean') ajv.removeSchema(schema)
  }
}
