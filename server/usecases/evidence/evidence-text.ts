import { isJsonObject, type Json, type JsonObject } from '@/domain/plan/json'
import { printSorted } from '@/domain/plan/print-json'

export const evidenceFormat = 'plumbline-evidence/1'
export const signatureAlgorithm = 'Ed25519'

/**
 * The text that is signed: the whole document without `signature.value`, keys sorted, on one line. So a file may be
 * laid out anew, while no word of it can change.
 */
export const evidenceText = (document: JsonObject): string => {
  const { signature, ...content } = document
  return printSorted({ ...content, signature: withoutValue(signature ?? null) })
}

const withoutValue = (signature: Json): Json => {
  if (!isJsonObject(signature)) return signature
  const { value: _, ...rest } = signature
  return rest
}
