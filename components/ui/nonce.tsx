'use client'
import { createContext, type ReactNode, useContext, useState } from 'react'

const Nonce = createContext<string | undefined>(undefined)

/** Keeps the nonce of the first page load: later navigations bring another one, which the document's policy refuses. */
export const NonceProvider = ({
  nonce,
  children,
}: {
  readonly nonce: string | undefined
  readonly children: ReactNode
}) => {
  const [first] = useState(nonce)
  return <Nonce value={first}>{children}</Nonce>
}

/** For what makes style elements at run time, such as CodeMirror. */
export const useNonce = () => useContext(Nonce)
