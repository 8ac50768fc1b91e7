/** Switches that would open the program up or move its data; a shipped build refuses to start with any of them. */
const refusedSwitches = [
  'inspect',
  'inspect-brk',
  'inspect-port',
  'remote-debugging-port',
  'remote-debugging-pipe',
  'remote-allow-origins',
  'js-flags',
  'user-data-dir',
  'disable-web-security',
  'allow-file-access-from-files',
  'load-extension',
  'proxy-server',
  'proxy-pac-url',
  'host-rules',
  'host-resolver-rules',
  'ignore-certificate-errors',
  'no-sandbox',
  'disable-site-isolation-trials',
  'enable-logging',
  'log-net-log',
  'ssl-key-log-file',
  'disable-features',
  'enable-blink-features',
  'renderer-cmd-prefix',
  'use-fake-device-for-media-stream',
  'use-fake-ui-for-media-stream',
  'use-file-for-fake-audio-capture',
  'auto-accept-camera-and-microphone-capture',
]

/** Which of the arguments a shipped build must refuse. */
export function refusedArguments(argv: readonly string[]): string[] {
  return argv.filter(argument => {
    // Windows also takes /switch, and no system minds the case.
    const name = /^(?:--?|\/)([a-z-]+)/.exec(argument.toLowerCase())?.[1]
    return name !== undefined && refusedSwitches.includes(name)
  })
}

/** Variables that would change how Electron or Node runs. */
export function stripEnvironment(env: NodeJS.ProcessEnv): void {
  for (const name of Object.keys(env)) if (/^(ELECTRON|NODE)_/.test(name)) delete env[name]
}
