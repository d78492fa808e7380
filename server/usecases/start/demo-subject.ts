/** How the audit chain names the demo as a whole. */
export const demoSubject = 'demo'
