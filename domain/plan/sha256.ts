import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'

type Hash = (text: string) => string

/** For every platform; 64 hex digits. */
export const portableSha256: Hash = (text) => bytesToHex(sha256(utf8ToBytes(text)))

const native = globalThis.process?.getBuiltinModule?.('node:crypto')?.hash

/** SHA-256 (64 hex digits) of any text: the platform's own in Node, which is ten times quicker on a short text. */
export const sha256OfText: Hash = native ? (text) => native('sha256', text, 'hex') : portableSha256
