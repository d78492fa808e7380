/**
 * What the log keeps of an error. Not everything on it: errors of database and HTTP clients carry the client
 * itself, with addresses and credentials.
 */
export const errorFacts = (error: unknown): unknown => {
  if (!(error instanceof Error)) return error
  const { code } = error as { code?: unknown }
  return {
    type: error.name,
    message: error.message,
    ...(typeof code === 'string' && { code }),
    stack: error.stack,
    ...(error.cause instanceof Error && { cause: errorFacts(error.cause) }),
  }
}
