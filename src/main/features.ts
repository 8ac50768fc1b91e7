/** What a core reads once somebody may sign in: every feature's handlers and the whole contract. */
export { handlers } from './handlers'
export { createDispatch } from './ipc/dispatch'
export { openDemo } from './session/demo'
