import type { ReactNode } from 'react'

const paths = {
  home: <path d="M4 11l8-7 8 7v9h-5.5v-6h-5v6H4z" />,
  cadres: (
    <>
      <path d="M5 3h14v18H5z" />
      <circle cx="12" cy="9.5" r="2.6" />
      <path d="M7.8 17.2c.6-2.6 2-3.7 4.2-3.7s3.6 1.1 4.2 3.7" />
    </>
  ),
  talks: (
    <>
      <path d="M3.5 4.5h12v8.500H9l-3 3v-3H3.500z" />
      <path d="M18 9h2.500v8H18v3l-3-3h-4.500" />
    </>
  ),
  care: (
    <path d="M12 20s-7.500-4.600-7.500-10.300A4 4 0 0 1 12 7.600a4 4 0 0 1 7.500 2.100C19.500 15.400 12 20 12 20z" />
  ),
  honours: (
    <>
      <circle cx="12" cy="15.5" r="5" />
      <path d="M8.600 11.600L5 3.500h4.500L12 9l2.500-5.500H19l-3.600 8.100" />
    </>
  ),
  assess: (
    <>
      <path d="M5 4h14v17H5z" />
      <path d="M9 2.500h6v3H9zM8.500 13l2.500 2.500 4.500-5" />
    </>
  ),
  grow: (
    <>
      <path d="M12 21v-9" />
      <path d="M12 12.500c0-4.500-3-7-7.500-7 0 4.500 3 7 7.500 7zM12 15.500c0-3.300 2.600-5.500 7-5.500 0 3.300-2.600 5.500-7 5.500z" />
    </>
  ),
  cases: (
    <>
      <path d="M12 3l7.500 2.800V11c0 5-3.200 8-7.500 10-4.300-2-7.500-5-7.500-10V5.800z" />
      <path d="M12 8v5M12 16v.2" />
    </>
  ),
  stats: <path d="M4 20.500h16M6.500 17v-6M12 17V5M17.500 17V8" />,
  settings: (
    <>
      <path d="M4 7h9M18 7h2M4 17h2M11 17h9" />
      <circle cx="15.5" cy="7" r="2.3" />
      <circle cx="8.5" cy="17" r="2.3" />
    </>
  ),
  lock: (
    <>
      <rect x="5" y="11" width="14" height="9.500" rx="1.500" />
      <path d="M8 11V8a4 4 0 0 1 8 0v3" />
    </>
  ),
  bell: <path d="M6 17v-6a6 6 0 0 1 12 0v6l1.500 1.500h-15zM10 21h4" />,
  search: (
    <>
      <circle cx="11" cy="11" r="6.5" />
      <path d="M16 16l4.500 4.500" />
    </>
  ),
  account: (
    <>
      <circle cx="12" cy="8.5" r="3.7" />
      <path d="M4.500 20.500c.7-4.300 3.300-6.300 7.500-6.300s6.800 2 7.500 6.300" />
    </>
  ),
  accounts: (
    <>
      <circle cx="9" cy="9" r="3.2" />
      <path d="M3 19.500c.5-3.700 2.600-5.500 6-5.500s5.500 1.800 6 5.500M15.500 6.200a3 3 0 0 1 0 5.800M17.600 14.500c2 .7 3.100 2.300 3.400 5" />
    </>
  ),
  audit: (
    <>
      <path d="M6 3h9l4 4v5M6 3v18h6M14.500 3v4.500H19M9 11h5M9 15h3" />
      <circle cx="16.5" cy="17" r="3" />
      <path d="M18.700 19.200L21 21.500" />
    </>
  ),
  policy: (
    <>
      <path d="M12 3l7.500 2.800V11c0 5-3.200 8-7.500 10-4.300-2-7.500-5-7.500-10V5.800z" />
      <path d="M8.800 11.800l2.400 2.400 4.200-4.600" />
    </>
  ),
  units: <path d="M9 3.500h6v5H9zM3.500 15.500h6v5h-6zM14.500 15.500h6v5h-6zM12 8.500V12M6.500 15.500V12h11v3.500" />,
  store: (
    <>
      <ellipse cx="12" cy="6" rx="7.5" ry="2.8" />
      <path d="M4.500 6v12c0 1.600 3.400 2.800 7.500 2.800s7.500-1.200 7.500-2.800V6M4.500 12c0 1.600 3.400 2.800 7.500 2.800s7.500-1.200 7.500-2.800" />
    </>
  ),
  folder: <path d="M3.500 6h6l2 2.500h9V19h-17z" />,
  plus: <path d="M12 5v14M5 12h14" />,
  minus: <path d="M5 12h14" />,
  close: <path d="M6 6l12 12M18 6L6 18" />,
  check: <path d="M5 12.500l4.500 4.500L19 7.500" />,
  warning: <path d="M12 4.500l8.500 15h-17zM12 10v4.500M12 17v.2" />,
  info: (
    <>
      <circle cx="12" cy="12" r="8.5" />
      <path d="M12 11v5.500M12 7.500v.2" />
    </>
  ),
  eye: (
    <>
      <path d="M2.500 12S6 5.800 12 5.800 21.500 12 21.500 12 18 18.200 12 18.200 2.500 12 2.500 12z" />
      <circle cx="12" cy="12" r="2.8" />
    </>
  ),
  eyeOff: (
    <path d="M4 4l16 16M9.600 6.100A9.700 9.700 0 0 1 12 5.800c6 0 9.500 6.200 9.500 6.200s-1 1.800-2.900 3.400M6 7.800C3.800 9.600 2.500 12 2.500 12S6 18.200 12 18.200c1.500 0 2.900-.4 4.100-1M10 10a2.800 2.800 0 0 0 4 4" />
  ),
  edit: <path d="M4 20l1-4.500L16.500 4 20 7.500 8.500 19z" />,
  trash: <path d="M4.500 6.500h15M9 6.500V4h6v2.500M6.500 6.500l1 14h9l1-14M10 10.500v6M14 10.500v6" />,
  print: <path d="M7 8.500V3.500h10v5M7 17H3.500V8.500h17V17H17M7 14h10v6.500H7z" />,
  copy: <path d="M8.500 8.500h11v12h-11zM15.500 8.500v-5h-11v12h4" />,
  exchange: <path d="M4 8.500h14M14 4.500l4 4-4 4M20 15.500H6M10 11.500l-4 4 4 4" />,
  export: <path d="M12 15V4M8 7.500L12 3.500l4 4M5 12v8h14v-8" />,
  download: <path d="M12 4v11M8 11.500l4 4 4-4M5 20h14" />,
  filter: <path d="M4 5h16l-6.200 7.500V19l-3.600-2v-4.500z" />,
  columns: <path d="M4 4.5h7v15H4zM13 4.500h7v15h-7zM6.500 9h2M6.500 13h2M15.500 9h2M15.500 13h2" />,
  refresh: <path d="M19.500 12a7.500 7.500 0 1 1-2.400-5.500M19.500 4v4.500H15" />,
  right: <path d="M9.500 5.500L16 12l-6.500 6.500" />,
  left: <path d="M14.500 5.500L8 12l6.500 6.500" />,
  down: <path d="M5.500 9.500L12 16l6.500-6.500" />,
  up: <path d="M5.500 14.500L12 8l6.500 6.500" />,
  more: <path d="M6 12h.1M12 12h.1M18 12h.1" />,
  help: (
    <>
      <circle cx="12" cy="12" r="8.5" />
      <path d="M9.500 9.800c0-1.500 1.100-2.500 2.600-2.500s2.500 1 2.500 2.300c0 1.900-2.600 2.100-2.600 4.200M12 16.600v.2" />
    </>
  ),
  key: (
    <>
      <circle cx="8" cy="15.500" r="4" />
      <path d="M11 12.500l8.500-8.500M16 7.500l3 3M13.500 10l2 2" />
    </>
  ),
  seal: (
    <path d="M5 20.500h14M6.500 17h11v-2.500c-3 0-4-1-4-3 0-1.600 1-2.500 1-4.500a2.500 2.500 0 0 0-5 0c0 2 1 2.900 1 4.500 0 2-1 3-4 3z" />
  ),
  calendar: <path d="M4 5.500h16v15H4zM4 10h16M8.500 3v5M15.500 3v5" />,
  clock: (
    <>
      <circle cx="12" cy="12" r="8.5" />
      <path d="M12 7v5.200l3.500 2.300" />
    </>
  ),
  leave: <path d="M10 4H4.500v16H10M14.500 8l4.500 4-4.500 4M19 12H9" />,
  sun: (
    <>
      <circle cx="12" cy="12" r="4" />
      <path d="M12 3v2M12 19v2M3 12h2M19 12h2M5.600 5.600L7 7M17 17l1.400 1.400M18.400 5.600L17 7M7 17l-1.400 1.400" />
    </>
  ),
} satisfies Record<string, ReactNode>

export type IconName = keyof typeof paths

/** Own stroke icons, drawn on 24 × 24. They never stand alone for meaning: words or an aria-label go with them. */
export function Icon({ name, size = 20 }: { name: IconName; size?: 14 | 16 | 20 | 24 }) {
  return (
    <svg className="dd-icon" width={size} height={size} viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      {paths[name]}
    </svg>
  )
}
