/** The last four characters of a write key: enough to tell keys apart, too little to send with. */
export const writeKeyEnding = (writeKey: string): string => writeKey.slice(-4)
