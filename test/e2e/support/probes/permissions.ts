import type { Probe } from './page'

/** What Chromium asks a permission for. */
export const permissionProbes: readonly Probe[] = [
  [
    'geolocation',
    () =>
      attempt(
        () =>
          new Promise((resolve, reject) =>
            navigator.geolocation.getCurrentPosition(resolve, ({ code }) => reject(code)),
          ),
      ),
    'refused: 1',
  ],
  ['notifications', () => attempt(() => Notification.requestPermission()), 'done: denied'],
  ['MIDI', () => attempt(() => navigator.requestMIDIAccess()), 'refused: NotAllowedError'],
  ['reading the clipboard', () => attempt(() => navigator.clipboard.readText()), 'refused: NotAllowedError'],
  ['camera', () => attempt(() => navigator.mediaDevices.getUserMedia({ video: true })), 'refused: NotAllowedError'],
  ['microphone', () => attempt(() => navigator.mediaDevices.getUserMedia({ audio: true })), 'refused: NotAllowedError'],
  ['screen', () => attempt(() => navigator.mediaDevices.getDisplayMedia()), 'refused: NotAllowedError'],
  [
    'full screen',
    () =>
      attempt(async () => {
        void document.documentElement.requestFullscreen().catch(() => undefined)
        await new Promise(resolve => setTimeout(resolve, 250))
        return document.fullscreenElement
      }),
    'done: null',
  ],
  ['fonts of the system', () => attempt(async () => ((await reach('queryLocalFonts')) as unknown[]).length), 'done: 0'],
  ['USB', () => attempt(() => reach('navigator.usb.requestDevice', { filters: [] })), 'refused: NotFoundError'],
  [
    'HID',
    () => attempt(async () => ((await reach('navigator.hid.requestDevice', { filters: [] })) as unknown[]).length),
    'done: 0',
  ],
  ['storage that stays', () => attempt(() => navigator.storage.persist()), 'done: false'],
  ['staying awake', () => attempt(() => navigator.wakeLock.request('screen')), 'refused: NotAllowedError'],
  ['knowing the screens', () => attempt(() => reach('getScreenDetails')), 'refused: NotAllowedError'],
  ['knowing when someone is away', () => attempt(() => reach('IdleDetector.requestPermission')), 'done: denied'],
  [
    'what the page is told it may',
    () =>
      attempt(async () => {
        const names = [
          'geolocation',
          'notifications',
          'midi',
          'camera',
          'microphone',
          'clipboard-read',
          'persistent-storage',
        ]
        const told = names.map(
          async name => (await navigator.permissions.query({ name: name as PermissionName })).state,
        )
        return [...new Set(await Promise.all(told))]
      }),
    'done: denied',
  ],
  ['serial port', () => attempt(() => reach('navigator.serial.requestPort')), 'refused: NotFoundError'],
]
