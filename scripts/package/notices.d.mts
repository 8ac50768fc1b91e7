export function isAccepted(licence: string): boolean
